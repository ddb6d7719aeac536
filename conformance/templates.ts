/** Replays `templates.json`: what Airflow's templates give in a running task. */
import { isDeepStrictEqual } from "node:util";
import { type Json, parseInstant } from "@momiji/core";
import {
  type RenderOptions,
  renderTyped,
  type TemplateConnection,
  type TemplateContext,
  TemplateError,
  type TypedValue,
} from "@momiji/core/templating";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface RecordedContext {
  readonly dag_id: string;
  readonly task_id: string;
  readonly timezone: string;
  readonly schedule: string | null;
  readonly render_template_as_native_obj: boolean;
  readonly run_type: string;
  readonly run_id: string;
  readonly logical_date: string | null;
  readonly data_interval_start: string | null;
  readonly data_interval_end: string | null;
  readonly run_after: string;
  readonly conf: { readonly [name: string]: Json } | null;
  readonly params_of_dag: { readonly [name: string]: Json };
  readonly previous_successful_run: {
    readonly data_interval_start: string | null;
    readonly data_interval_end: string | null;
  } | null;
  readonly task: {
    readonly owner: string;
    readonly retries: number;
    readonly outlets: readonly { readonly name: string; readonly uri: string }[];
  };
  readonly dag_tags: readonly string[];
}

interface RecordedConnection {
  readonly conn_id: string;
  readonly conn_type?: string | null;
  readonly description?: string | null;
  readonly host?: string | null;
  readonly login?: string | null;
  readonly password?: string | null;
  readonly schema?: string | null;
  readonly port?: number | null;
  readonly extra?: string | null;
}

interface RecordedAbout {
  readonly variables?: { readonly [key: string]: string };
  readonly connections?: readonly RecordedConnection[];
}

interface RecordedCase {
  readonly id: string;
  readonly context: string;
  readonly template: Json;
  readonly result?: Json;
  readonly type?: string;
  readonly error?: { readonly class: string };
}

interface RecordedFile {
  readonly about: RecordedAbout;
  readonly contexts: { readonly [name: string]: RecordedContext };
  readonly cases: readonly RecordedCase[];
}

/** An id for the attempt; Airflow made one up for each. */
const ATTEMPT = "0199c3a4-0000-7000-8000-000000000000";

/** Values that JSON lacks are written as an object of one key. */
const STAND_IN = /^<(\w+)>$/;

export function replayTemplates(data: unknown): ReplayResult {
  const { about, contexts, cases } = data as RecordedFile;
  return summarise(
    cases.map((recorded) => {
      const context = contexts[recorded.context];
      if (context === undefined) throw new Error(`case ${recorded.id} names an unknown context ${recorded.context}`);
      return replayCase(recorded, context, about);
    }),
  );
}

function replayCase(recorded: RecordedCase, context: RecordedContext, about: RecordedAbout): ReplayedCase {
  const expected = recorded.error === undefined ? resultOf(recorded) : { error: recorded.error.class };
  const options: RenderOptions = {
    style: "python",
    native: context.render_template_as_native_obj,
    now: () => parseInstant(context.run_after),
    random: () => 0.5,
  };
  const actual = outcomeOf(() => render(recorded.template, contextOf(context, about), options));
  return { id: recorded.id, expected, actual, equal: isDeepStrictEqual(actual, expected) };
}

/** The recorded value with its type where it is no text. */
function resultOf({ result = null, type = "str" }: RecordedCase): unknown {
  return { result, type };
}

function outcomeOf(run: () => TypedValue): unknown {
  try {
    const { value, type } = run();
    return { result: value, type };
  } catch (error) {
    return { error: error instanceof TemplateError ? error.kind : String(error) };
  }
}

/** Renders texts wherever they stand in lists, tuples, sets and values of dicts, as Airflow's templater does. */
function render(template: Json, context: TemplateContext, options: RenderOptions): TypedValue {
  if (typeof template === "string") return renderTyped(template, context, options);
  if (template === null || typeof template !== "object") return { value: template, type: typeOf(template) };
  const inner = (item: Json): Json => render(item, context, options).value;
  if (Array.isArray(template)) return { value: template.map(inner), type: "list" };
  const pairs = Object.entries(template);
  const standIn = pairs.length === 1 ? STAND_IN.exec(pairs[0]?.[0] ?? "")?.[1] : undefined;
  if (standIn === undefined)
    return { value: Object.fromEntries(pairs.map(([key, item]) => [key, inner(item)])), type: "dict" };
  const value = Object.fromEntries(pairs.map(([key, item]) => [key, Array.isArray(item) ? item.map(inner) : item]));
  return { value, type: standIn };
}

function typeOf(value: number | boolean | null): string {
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(value) ? "int" : "float";
}

function contextOf(recorded: RecordedContext, about: RecordedAbout): TemplateContext {
  const { conf, params_of_dag: params, previous_successful_run: previous } = recorded;
  const connections = new Map((about.connections ?? []).map((each) => [each.conn_id, connectionOf(each)]));
  const variables = new Map(Object.entries(about.variables ?? {}));
  const startDate = parseInstant(recorded.run_after);
  return {
    dag: {
      dagId: recorded.dag_id,
      timezone: recorded.timezone,
      tags: recorded.dag_tags,
      params,
      ...(recorded.schedule !== null && { schedule: recorded.schedule }),
    },
    task: { taskId: recorded.task_id, ...recorded.task },
    run: {
      runId: recorded.run_id,
      runType: recorded.run_type,
      runAfter: startDate,
      startDate,
      logicalDate: instant(recorded.logical_date),
      dataInterval: interval(recorded),
      conf,
    },
    taskInstance: { id: ATTEMPT, tryNumber: 1, mapIndex: -1, hostname: "localhost", startDate },
    params: { ...params, ...conf },
    previousSuccess: previous && {
      dataIntervalStart: instant(previous.data_interval_start),
      dataIntervalEnd: instant(previous.data_interval_end),
      startDate,
      endDate: startDate,
    },
    variable: (key) => variables.get(key) ?? null,
    connection: (id) => connections.get(id) ?? null,
    xcom: () => [],
    macros: { my_macro: doubled, lookup: { key: "found" } },
    filters: { shout },
  };
}

/** `my_macro(n) = n * 2`, as Python multiplies. */
function doubled(n: Json, ...rest: Json[]): Json {
  if (typeof n === "string") return n.repeat(2);
  if (Array.isArray(n)) return [...(n as Json[]), ...(n as Json[])];
  if (typeof n === "number" && rest.length === 0) return n * 2;
  throw new TemplateError("TypeError", "my_macro() takes one number");
}

/** `shout(x)`: upper case and `!`. */
function shout(value: Json): Json {
  if (typeof value === "string") return `${value.toUpperCase()}!`;
  throw new TemplateError("AttributeError", "only a text can be shouted");
}

function instant(text: string | null): number | null {
  return text === null ? null : parseInstant(text);
}

function interval({
  data_interval_start: start,
  data_interval_end: end,
}: RecordedContext): TemplateContext["run"]["dataInterval"] {
  return start === null || end === null ? null : { start: parseInstant(start), end: parseInstant(end) };
}

function connectionOf(recorded: RecordedConnection): TemplateConnection {
  const { conn_id: connectionId, conn_type: type, ...fields } = recorded;
  const given = Object.entries({ type, ...fields }).filter(([, value]) => value !== null && value !== undefined);
  return { connectionId, ...Object.fromEntries(given) };
}
