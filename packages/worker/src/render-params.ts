/** The params of a task with their templates rendered. */
import {
  type AssetRef,
  type AttemptOrder,
  type CallbackOrder,
  isoZ,
  type Json,
  type Micros,
  type TaskQuestion,
} from "@momiji/core";
import type { RenderOptions, TemplateAsset, TemplateConnection, TemplateContext } from "@momiji/core/templating";
import type { Params } from "./process-lane/command.ts";

/** How templates reach XComs, variables and connections. */
export type AskEngine = (question: TaskQuestion) => Promise<Json | undefined>;

/** A template that cannot be rendered; the message names the param. */
export class RenderError extends Error {
  override readonly name = "RenderError";
}

/** The params as they are if none of them is a template. */
export function renderParams(order: AttemptOrder, ask: AskEngine, now: () => Micros): Params | Promise<Params> {
  return plainParams(order) ?? new Renderer(order, { ask, now }).render(templateFields(order));
}

/** Null: some of them are templates. */
export function plainParams(order: AttemptOrder): Params | null {
  return templateFields(order).length === 0 ? (order.task.params ?? {}) : null;
}

/** The params of the task that are templates indeed. */
export function templateFields({ task: { params = {}, templateFields: fields = [] } }: AttemptOrder): string[] {
  return fields.filter((field) => isTemplate(params[field]));
}

/** What a template is rendered with besides its order. */
export interface Rendering {
  readonly ask: AskEngine;
  readonly now: () => Micros;
  /** More names that it may use. */
  readonly names?: { readonly [name: string]: Json };
}

/** One template of an order, as text. */
export async function renderText(order: AttemptOrder, template: string, rendering: Rendering): Promise<string> {
  const rendered = await new Renderer(order, rendering).renderValue("mapIndexTemplate", template);
  return typeof rendered === "string" ? rendered : JSON.stringify(rendered);
}

function isTemplate(value: Json | undefined): boolean {
  if (typeof value === "string") return /\{[{%#]/.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(isTemplate);
}

/** Thrown out of a template that needs an answer which was not fetched yet. */
class Unanswered extends Error {
  readonly question: TaskQuestion;

  constructor(question: TaskQuestion) {
    super("not answered yet");
    this.question = question;
  }
}

/**
 * Templates ask synchronously and the engine answers later: what a template asks for first stops its rendering, is
 * fetched, and it is rendered again, until it has asked for nothing new.
 */
class Renderer {
  readonly #order: AttemptOrder;
  readonly #with: Rendering;
  readonly #answers = new Map<string, Json | undefined>();

  constructor(order: AttemptOrder, rendering: Rendering) {
    this.#order = order;
    this.#with = rendering;
  }

  async render(fields: readonly string[]): Promise<Params> {
    const rendered: { [name: string]: Json } = { ...this.#order.task.params };
    for (const field of fields) rendered[field] = await this.renderValue(field, rendered[field] as Json);
    return rendered;
  }

  async renderValue(field: string, value: Json): Promise<Json> {
    // Loaded at the first template: most workers that run functions only never see one.
    const { renderFields } = await import("@momiji/core/templating");
    const { now, names = {} } = this.#with;
    const context = contextOf(this.#order, names, (question) => this.#answer(question));
    const options: RenderOptions = { style: this.#order.run.templateStyle, now, random: Math.random };
    return this.#untilAnswered(field, () => renderFields(value, context, options));
  }

  async #untilAnswered(field: string, render: () => Json): Promise<Json> {
    for (;;) {
      try {
        return render();
      } catch (error) {
        if (!(error instanceof Unanswered)) throw renderError(field, error);
        await this.#fetch(field, error.question);
      }
    }
  }

  async #fetch(field: string, question: TaskQuestion): Promise<void> {
    try {
      this.#answers.set(JSON.stringify(question), await this.#with.ask(question));
    } catch (error) {
      throw renderError(field, error);
    }
  }

  #answer(question: TaskQuestion): Json | undefined {
    const key = JSON.stringify(question);
    if (!this.#answers.has(key)) throw new Unanswered(question);
    return this.#answers.get(key);
  }
}

function renderError(field: string, error: unknown): RenderError {
  return new RenderError(`the template of ${field} cannot be rendered: ${(error as Error).message}`, { cause: error });
}

function contextOf(
  order: AttemptOrder,
  names: { readonly [name: string]: Json },
  answer: (question: TaskQuestion) => Json | undefined,
): TemplateContext {
  const { run, task } = order;
  const { dataIntervalStart: start, dataIntervalEnd: end } = run;
  return {
    dag: { dagId: run.dagId, timezone: run.timezone, tags: run.tags },
    task: taskAsTold(task),
    run: {
      runId: run.runId,
      runType: run.runType,
      runAfter: run.runAfter,
      logicalDate: run.logicalDate,
      dataInterval: start === null || end === null ? null : { start, end },
      conf: run.conf,
      ...(run.startDate === null ? {} : { startDate: run.startDate }),
      ...runAsTold(order),
      ...(run.triggeringAssetEvents === undefined ? {} : { triggeringAssetEvents: run.triggeringAssetEvents }),
    },
    taskInstance: {
      id: order.callback?.facts.instance?.attemptId ?? order.attemptId,
      tryNumber: order.tryNumber,
      mapIndex: order.mapIndex,
      maxTries: order.maxTries,
      ...instanceAsTold(order),
    },
    params: run.params,
    macros: {
      inputs: order.inputs,
      ...names,
      ...(order.callback === undefined ? {} : namesOfCallback(order.callback)),
    },
    previousSuccess: run.previousSuccess,
    variable: (key) => (answer({ ask: "variable", key }) as string | undefined) ?? null,
    connection: (id) => connectionOf(id, answer({ ask: "connection", id })),
    xcom: (query) => pulled(query, answer),
  };
}

function taskAsTold(task: AttemptOrder["task"]): TemplateContext["task"] {
  return {
    retries: task.retry?.retries ?? 0,
    retryDelaySeconds: task.retry?.delaySeconds ?? 300,
    pool: task.pool ?? "default_pool",
    poolSlots: task.poolSlots ?? 1,
    queue: task.queue ?? "default",
    priorityWeight: task.priorityWeight ?? 1,
    triggerRule: task.triggerRule ?? "all_success",
    taskId: task.taskId,
    operator: task.operator,
    upstream: task.upstream,
    inlets: assetsOf(task.inlets),
    outlets: assetsOf(task.outlets),
    ...(task.owner === undefined ? {} : { owner: task.owner }),
  };
}

/** Of a callback: the run as it was when the callback was decided. */
function runAsTold({ callback }: AttemptOrder): Pick<TemplateContext["run"], "state" | "endDate"> {
  if (callback === undefined) return {};
  const { runState, runEndDate } = callback.facts;
  return { state: runState, ...(runEndDate === null ? {} : { endDate: runEndDate }) };
}

function instanceAsTold({ callback }: AttemptOrder): Pick<TemplateContext["taskInstance"], "state" | "startDate"> {
  const { state, startDate } = callback?.facts.instance ?? {};
  return { ...(state == null ? {} : { state }), ...(startDate == null ? {} : { startDate }) };
}

/** What a notifier's texts may speak of besides the task's context. */
function namesOfCallback({ id, facts }: CallbackOrder): { readonly [name: string]: Json } {
  const { event, reason, exception, deadline, question } = facts;
  return {
    callback_id: id,
    event,
    reason,
    exception: exception === null ? null : exception.message,
    deadline: deadline === undefined ? null : { name: deadline.name, deadline_time: isoZ(deadline.dueAt) },
    question: question === undefined ? null : { subject: question.subject, body: question.body },
  };
}

function assetsOf(refs: readonly AssetRef[] = []): TemplateAsset[] {
  return refs.flatMap((ref) => (ref.kind === "asset" ? [{ name: ref.name, uri: ref.uri }] : []));
}

function pulled(
  { dagId, runId, taskId, key, mapIndex }: Parameters<TemplateContext["xcom"]>[0],
  answer: (question: TaskQuestion) => Json | undefined,
): readonly Json[] {
  const value = answer({ ask: "xcom", taskIds: [taskId], key, dagId, runId, mapIndex: mapIndex ?? "all" });
  if (value === undefined) return [];
  return mapIndex === null ? (value as Json[]) : [value];
}

function connectionOf(connectionId: string, answer: Json | undefined): TemplateConnection | null {
  if (answer === undefined || answer === null) return null;
  const { extra, id: _id, ...fields } = answer as { readonly [name: string]: Json };
  return { ...fields, connectionId, ...(extra === undefined ? {} : { extra: JSON.stringify(extra) }) };
}
