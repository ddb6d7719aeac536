/** The names that a template finds in Airflow's context. */
import type { Micros } from "../../instant.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import type { TemplateContext } from "../context.ts";
import { PendulumDateTime } from "../time/pendulum.ts";
import { UTC } from "../time/zone.ts";
import { connections, variables } from "./accessors.ts";
import { triggeringEvents } from "./asset-events.ts";
import { assetOf, dagOf, dagRunOf, taskOf } from "./dag-objects.ts";
import { fromJson } from "./json-values.ts";
import { MACROS } from "./macros.ts";
import { PyRecord } from "./record.ts";
import { taskInstanceOf } from "./task-instance.ts";

type NameTable = ReadonlyMap<string, (context: TemplateContext, rt: Runtime) => PyValue>;

/** A date of the context, in UTC. */
function moment(at: Micros | null | undefined): PyValue {
  return at === null || at === undefined ? null : PendulumDateTime.of(BigInt(at), UTC);
}

/** An object that Momiji has nothing to show of. */
function printing(text: string): PyValue {
  return new PyRecord({ typeName: "object", attributes: {}, print: () => text });
}

function dateText(context: TemplateContext, format: string): string {
  return PendulumDateTime.of(BigInt(context.run.logicalDate as Micros), UTC).strftime(format);
}

function timestamp(context: TemplateContext): string {
  return PendulumDateTime.of(BigInt(context.run.logicalDate as Micros), UTC).isoFormat("T");
}

function key(context: TemplateContext, last: string): string {
  return `${context.dag.dagId}__${context.task.taskId}__${last}`;
}

const ALWAYS: NameTable = new Map<string, (context: TemplateContext, rt: Runtime) => PyValue>([
  ["dag", (context) => dagOf(context)],
  ["dag_run", (context) => dagRunOf(context)],
  ["task", (context) => taskOf(context)],
  ["ti", (context) => taskInstanceOf(context)],
  ["task_instance", (context) => taskInstanceOf(context)],
  ["run_id", (context) => context.run.runId],
  ["params", (context) => fromJson(context.params)],
  [
    "var",
    (context, rt) =>
      PyDict.named([
        ["json", variables(context, true, rt)],
        ["value", variables(context, false, rt)],
      ]),
  ],
  ["conn", (context) => connections(context)],
  ["macros", () => MACROS],
  ["inlets", (context) => new PyList((context.task.inlets ?? []).map(assetOf))],
  ["outlets", (context) => new PyList((context.task.outlets ?? []).map(assetOf))],
  ["inlet_events", () => printing("InletEventsAccessors(_inlets=[], _assets={}, _asset_aliases={})")],
  ["outlet_events", () => printing("OutletEventAccessors(_dict={})")],
  ["triggering_asset_events", (context, rt) => triggeringEvents(context, rt)],
  ["map_index_template", (context) => context.task.mapIndexTemplate ?? null],
  ["partition_key", (context) => context.run.partitionKey ?? null],
  ["partition_date", (context) => moment(context.run.partitionDate)],
  ["task_reschedule_count", (context) => BigInt(context.taskInstance.rescheduleCount ?? 0)],
  [
    "task_instance_key_str",
    (context) => key(context, context.run.logicalDate === null ? context.run.runId : dateText(context, "%Y%m%d")),
  ],
  ["prev_start_date_success", (context) => moment(context.previousSuccess?.startDate)],
  ["prev_end_date_success", (context) => moment(context.previousSuccess?.endDate)],
]);

/** Only runs with a logical date have these. */
const WITH_LOGICAL_DATE: NameTable = new Map<string, (context: TemplateContext, rt: Runtime) => PyValue>([
  ["logical_date", (context) => moment(context.run.logicalDate)],
  ["ds", (context) => dateText(context, "%Y-%m-%d")],
  ["ds_nodash", (context) => dateText(context, "%Y%m%d")],
  ["ts", timestamp],
  ["ts_nodash", (context) => dateText(context, "%Y%m%dT%H%M%S")],
  ["ts_nodash_with_tz", (context) => timestamp(context).replaceAll("-", "").replaceAll(":", "")],
  ["data_interval_start", (context) => moment(context.run.dataInterval?.start)],
  ["data_interval_end", (context) => moment(context.run.dataInterval?.end)],
  ["prev_data_interval_start_success", (context) => moment(context.previousSuccess?.dataIntervalStart)],
  ["prev_data_interval_end_success", (context) => moment(context.previousSuccess?.dataIntervalEnd)],
]);

/** The value of a name of the context, or undefined. */
export function contextName(context: TemplateContext, name: string, rt: Runtime): PyValue | undefined {
  const always = ALWAYS.get(name);
  if (always !== undefined) return always(context, rt);
  return context.run.logicalDate === null ? undefined : WITH_LOGICAL_DATE.get(name)?.(context, rt);
}
