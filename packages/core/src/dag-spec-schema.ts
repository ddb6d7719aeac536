/**
 * The JSON schema (draft 2020-12) of `DagSpec`, for front ends in any language. Each list of properties is checked by
 * the compiler against the interface in `dag-spec.ts`: a field that one of them lacks does not compile.
 *
 * It uses few keywords, those that `checkAgainstSchema` knows.
 */
import type { AssetSpec, WatcherSpec } from "./asset.ts";
import {
  DAG_ACTIONS,
  type CalendarDelta,
  type CronTriggerSpec,
  DAG_SPEC_VERSION,
  type DagSpec,
  type EmailSpec,
  type RetrySpec,
  type SensorSpec,
  type TaskGroupSpec,
  type TaskSpec,
  type WeightRule,
} from "./dag-spec.ts";
import { dagCallbacks, deadlines, input, taskCallbacks } from "./dag-spec-schema/alarms.ts";
import {
  anyJson,
  atLeastOne,
  closed,
  count,
  flag,
  id,
  instant,
  jsonByName,
  name,
  names,
  type PropertiesOf,
  seconds,
  text,
  whole,
} from "./dag-spec-schema/words.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { RetryPolicySpec, RetryRuleSpec } from "./retry-policy.ts";
import type { RunType } from "./run-state.ts";
import type { NamedValue } from "./mapping.ts";
import type { TriggerRule } from "./trigger-rules.ts";

const calendarUnits: PropertiesOf<CalendarDelta> = {
  years: whole,
  months: whole,
  weeks: whole,
  days: whole,
  hours: whole,
  minutes: whole,
  seconds: { type: "number" },
};

const delta: JsonSchema = {
  oneOf: [
    closed({ seconds: { type: "number" } }, ["seconds"]),
    closed({ calendar: closed(calendarUnits, []) }, ["calendar"]),
  ],
};

const cronTrigger: PropertiesOf<CronTriggerSpec> = {
  kind: { const: "cron-trigger" },
  crons: { type: "array", items: text, minItems: 1 },
  timezone: name,
  intervalSeconds: seconds,
  runImmediately: { oneOf: [flag, closed({ seconds }, ["seconds"])] },
};

const timeSchedules: readonly JsonSchema[] = [
  closed({ kind: { const: "none" } }, ["kind"]),
  closed({ kind: { const: "once" } }, ["kind"]),
  closed({ kind: { const: "continuous" } }, ["kind"]),
  closed({ kind: { const: "cron-interval" }, cron: text, timezone: name }, ["kind", "cron", "timezone"]),
  closed(cronTrigger, ["kind", "crons", "timezone"]),
  closed({ kind: { const: "delta-interval" }, delta }, ["kind", "delta"]),
  closed({ kind: { const: "delta-trigger" }, delta, intervalSeconds: seconds }, ["kind", "delta"]),
  closed(
    {
      kind: { const: "events" },
      instants: { type: "array", items: instant },
      restrictToEvents: flag,
      description: text,
    },
    ["kind", "instants"],
  ),
];

/** Names and URIs of assets, as Airflow's: up to 1,500 characters. */
const assetText: JsonSchema = { type: "string", minLength: 1, maxLength: 1500 };
const assetRefs: readonly JsonSchema[] = [
  closed({ kind: { const: "asset" }, name: assetText, uri: assetText }, ["kind", "name", "uri"]),
  closed({ kind: { const: "alias" }, name: assetText }, ["kind", "name"]),
];
const condition: JsonSchema = { $ref: "#/$defs/assetCondition" };
const conditions: JsonSchema = { type: "array", items: condition, minItems: 1 };
const assetCondition: JsonSchema = {
  oneOf: [
    ...assetRefs,
    closed({ kind: { const: "all" }, of: conditions }, ["kind", "of"]),
    closed({ kind: { const: "any" }, of: conditions }, ["kind", "of"]),
  ],
};

const watcher: PropertiesOf<WatcherSpec> = { name, everySeconds: seconds };
const asset: PropertiesOf<AssetSpec> = {
  name: assetText,
  uri: assetText,
  group: { type: "string", maxLength: 1500 },
  extra: jsonByName,
  watchers: { type: "array", items: closed(watcher, ["name"]) },
};

const schedule: JsonSchema = {
  oneOf: [
    ...timeSchedules,
    closed({ kind: { const: "assets" }, condition }, ["kind", "condition"]),
    closed({ kind: { const: "asset-or-time" }, condition, time: { oneOf: timeSchedules } }, [
      "kind",
      "condition",
      "time",
    ]),
  ],
};

const retryRule: PropertiesOf<RetryRuleSpec> = {
  names,
  subclasses: flag,
  message: closed({ pattern: text, flags: text }, ["pattern"]),
  codes: names,
  exitCodes: { type: "array", items: whole },
  action: { enum: ["retry", "fail", "default"] },
  delaySeconds: seconds,
  reason: text,
};

const retryPolicy: PropertiesOf<RetryPolicySpec> = {
  rules: { type: "array", items: closed(retryRule, ["action"]) },
  otherwise: { enum: ["retry", "fail", "default"] },
};

const retry: PropertiesOf<RetrySpec> = {
  retries: count,
  delaySeconds: seconds,
  backoff: seconds,
  maxDelaySeconds: seconds,
  policy: closed(retryPolicy, ["rules"]),
};

const sensor: PropertiesOf<SensorSpec> = {
  pokeIntervalSeconds: seconds,
  timeoutSeconds: seconds,
  mode: { enum: ["poke", "reschedule"] },
  softFail: flag,
  silentFail: flag,
  neverFail: flag,
  exponentialBackoff: flag,
  maxWaitSeconds: seconds,
};

const email: PropertiesOf<EmailSpec> = { to: names, onFailure: flag, onRetry: flag };

const triggerRules: { readonly [Rule in TriggerRule]: Rule } = {
  all_success: "all_success",
  all_failed: "all_failed",
  all_done: "all_done",
  all_done_min_one_success: "all_done_min_one_success",
  all_done_setup_success: "all_done_setup_success",
  all_skipped: "all_skipped",
  one_success: "one_success",
  one_failed: "one_failed",
  one_done: "one_done",
  none_failed: "none_failed",
  none_failed_min_one_success: "none_failed_min_one_success",
  none_skipped: "none_skipped",
  always: "always",
};

const lanes: { readonly [Lane in TaskSpec["lane"]]: Lane } = {
  function: "function",
  process: "process",
  async: "async",
  empty: "empty",
  input: "input",
  job: "job",
};

const weightRules: { readonly [Rule in WeightRule]: Rule } = {
  downstream: "downstream",
  upstream: "upstream",
  absolute: "absolute",
};

const runTypes: { readonly [Type in RunType]: Type } = {
  scheduled: "scheduled",
  manual: "manual",
  backfill: "backfill",
  asset_triggered: "asset_triggered",
  asset_materialization: "asset_materialization",
  operator_triggered: "operator_triggered",
};

const mappedValue: JsonSchema = { $ref: "#/$defs/mappedValue" };
const mappedValues: JsonSchema = { type: "array", items: mappedValue, minItems: 1 };

const mappedValueBranches: JsonSchema = {
  oneOf: [
    closed({ kind: { const: "list" }, values: { type: "array", items: anyJson } }, ["kind", "values"]),
    closed({ kind: { const: "output" }, taskId: name }, ["kind", "taskId"]),
    closed({ kind: { const: "map" }, of: mappedValue }, ["kind", "of"]),
    closed({ kind: { const: "zip" }, of: mappedValues, fill: anyJson }, ["kind", "of"]),
    closed({ kind: { const: "concat" }, of: mappedValues }, ["kind", "of"]),
  ],
};

const namedValue: PropertiesOf<NamedValue> = { name, value: mappedValue };
const into: JsonSchema = { const: "params" };

const mapping: JsonSchema = {
  oneOf: [
    closed(
      {
        kind: { const: "product" },
        over: { type: "array", items: closed(namedValue, ["name", "value"]), minItems: 1 },
        into,
      },
      ["kind", "over"],
    ),
    closed({ kind: { const: "sets" }, of: mappedValue, into }, ["kind", "of"]),
  ],
};

const task: PropertiesOf<TaskSpec> = {
  taskId: id,
  operator: name,
  lane: { enum: Object.values(lanes) },
  provider: name,
  params: jsonByName,
  templateFields: names,
  inputs: { type: "object", additionalProperties: name },
  groupInputs: { type: "object", additionalProperties: name },
  mapping,
  mapIndexTemplate: text,
  upstream: names,
  edgeLabels: { type: "object", additionalProperties: text },
  triggerRule: { enum: Object.values(triggerRules) },
  retry: closed(retry, ["retries", "delaySeconds"]),
  executionTimeoutSeconds: seconds,
  sensor: closed(sensor, ["pokeIntervalSeconds", "timeoutSeconds"]),
  dependsOnPast: flag,
  waitForDownstream: flag,
  ignoreFirstDependsOnPast: flag,
  waitForPastDependsBeforeSkipping: flag,
  startDate: instant,
  endDate: instant,
  priorityWeight: whole,
  weightRule: { enum: Object.values(weightRules) },
  pool: name,
  poolSlots: atLeastOne,
  queue: name,
  executor: name,
  maxActiveTisPerDag: atLeastOne,
  maxActiveTisPerDagrun: atLeastOne,
  memoryLimitMiB: atLeastOne,
  doXcomPush: flag,
  multipleOutputs: flag,
  owner: text,
  email: closed(email, ["to"]),
  callbacks: taskCallbacks,
  input,
  isSetup: flag,
  isTeardown: flag,
  setups: names,
  onFailureFailDagrun: flag,
  inlets: { type: "array", items: { oneOf: assetRefs } },
  outlets: { type: "array", items: { oneOf: assetRefs } },
  displayName: text,
  doc: text,
};

const group: PropertiesOf<TaskGroupSpec> = {
  groupId: name,
  parent: name,
  displayName: text,
  tooltip: text,
  mapping,
  children: names,
  upstream: names,
  downstream: names,
};

const dag: PropertiesOf<DagSpec> = {
  version: { const: DAG_SPEC_VERSION },
  dagId: id,
  description: text,
  schedule,
  timezone: name,
  startDate: instant,
  endDate: instant,
  catchup: flag,
  maxActiveRuns: atLeastOne,
  maxActiveTasks: atLeastOne,
  dagrunTimeoutSeconds: seconds,
  callbacks: dagCallbacks,
  deadlines,
  failFast: flag,
  maxConsecutiveFailedRuns: atLeastOne,
  allowedRunTypes: { type: "array", items: { enum: Object.values(runTypes) }, minItems: 1 },
  isPausedUponCreation: flag,
  accessControl: {
    type: "object",
    additionalProperties: { type: "array", items: { enum: [...DAG_ACTIONS] } },
  },
  tags: names,
  displayName: text,
  doc: text,
  params: closed({ schema: anyJson, defaults: jsonByName }, ["schema", "defaults"]),
  templateStyle: { enum: ["json", "python"] },
  tasks: { type: "array", items: closed(task, ["taskId", "operator", "lane", "upstream"]) },
  groups: { type: "array", items: closed(group, ["groupId", "children"]) },
  assets: { type: "array", items: closed(asset, ["name", "uri"]) },
  source: closed({ file: name, exportName: text }, ["file"]),
};

/** What a `DagSpec` looks like; `validateDagSpec` checks a value against it. */
export const dagSpecSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "DagSpec",
  $defs: { assetCondition, mappedValue: mappedValueBranches },
  ...closed(dag, ["version", "dagId", "schedule", "timezone", "catchup", "templateStyle", "tasks", "source"]),
} as const satisfies JsonSchema;
