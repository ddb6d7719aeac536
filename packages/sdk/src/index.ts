/**
 * What a DAG author writes: `dag`, tasks, edges, schedules, operators. Builds a `DagSpec`; runs nothing, schedules nothing,
 * reads no clock and no file. Everything but `core` may import it. Authors import it as `momiji`.
 */
export { type KnownOfTask, placeTask, type TaskPlacement } from "./add-task.ts";
export type { CallbackContext } from "./callback-context.ts";
export type { Callback, Callbacks } from "./callback-options.ts";
export type { CallbackKey } from "./callbacks.ts";
export {
  type Asset,
  type AssetAlias,
  type AssetExpression,
  type AssetInput,
  type AssetTerm,
  isAsset,
} from "./asset.ts";
export * from "./asset-watcher.ts";
export { type AnyParams, dag } from "./dag.ts";
export type { DagBuilder, GroupFunction, SensorTask, TaskFunction } from "./dag-builder.ts";
export type { BranchBuilder, BranchOutput, Chosen, ShortCircuitOptions } from "./branch.ts";
export * from "./dag-object.ts";
export type { DagFields } from "./dag-fields.ts";
export type { DagOptions } from "./dag-options.ts";
export { type DeadlineOptions, deadlineReference, type DeadlineReferenceInput } from "./deadline.ts";
export { type Choices, placeBranch, placeGate } from "./decider.ts";
export {
  defineOperator,
  type Operator,
  type OperatorRules,
  type OperatorSource,
  type WithParamsSchema,
} from "./define-operator.ts";
export type { Connection } from "./connection.ts";
export { type AssetDefinition, defineAsset, type DefinedAsset } from "./define-asset.ts";
export { defineJobOperator, type JobOperatorSource } from "./define-job-operator.ts";
export * from "./deferral.ts";
export { DagDefinitionError } from "./definition-error.ts";
export { checkOneOf, splitOptions } from "./own-options.ts";
export { type DeltaInput, type DurationInput, secondsOf } from "./duration.ts";
export type { GroupInput } from "./group-input.ts";
export type { GroupOptions } from "./group-options.ts";
export type { MappableSets } from "./map-arguments.ts";
export type { Collected, MapGroup, MapGroupKwargs } from "./map-group.ts";
export { mappable, type MappableOperator } from "./mappable-operator.ts";
export type { ElementOf, Mappable, MappedInputs, MappedInputValues } from "./mappable.ts";
export type { ElementOfValue, Mapped } from "./mapped.ts";
export { concat, zip } from "./mapped-of.ts";
export type { MappedOutputOf, MapTask, MapTaskKwargs, MapTasks } from "./map-task.ts";
export { defineNotifier, notifierOf, type NotifierParts } from "./notifier.ts";
export type { CallbackBody, Notifier } from "./notifier-object.ts";
export type { InputPlacement } from "./human-input.ts";
export * from "./job-operator.ts";
export { type EdgeLabel, label } from "./edge-label.ts";
export { all, any, asset, assetAlias } from "./make-asset.ts";
export * from "./operator-definition.ts";
export type { Sent } from "./sent.ts";
export type {
  EdgeEnd,
  Inputs,
  InputValues,
  Linkable,
  OneOrMoreTasks,
  Output,
  OutputOf,
  TaskGroup,
  TeardownOptions,
} from "./output.ts";
export {
  askRetryFunction,
  type ErrorKind,
  type RetryAnswer,
  type RetryFunction,
  type RetryPolicy,
  type RetryRule,
} from "./retry-policy.ts";
export {
  assetOrTime,
  cronTrigger,
  type CronTriggerOptions,
  events,
  type EventsOptions,
  every,
  everyTrigger,
  type Schedule,
  type ScheduleInput,
} from "./schedule.ts";
export type { ScopeBuilder, ScopeOptions } from "./scope.ts";
export * from "./skip-decision.ts";
export type { StandardJsonSchema, StandardSchema } from "./standard-schema.ts";
export * from "./kept-state.ts";
export * from "./task-context.ts";
export * from "./task-errors.ts";
export type { TaskLog } from "./task-log.ts";
export type { ConnectionCheck, Reach } from "./connection-check.ts";
export * from "./log-store.ts";
export * from "./secrets-backend.ts";
export * from "./trigger-definition.ts";
export { waitFor, type WaitForOptions } from "./wait-for.ts";
export type { SensorOptions, TaskDefaults, TaskOptions } from "./task-options.ts";
export { type InstantInput, readInstant } from "./wall-time.ts";
export type { WeighedTask, WeightFunction } from "./weight-function.ts";
