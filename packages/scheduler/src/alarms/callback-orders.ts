/** Makes the orders for callbacks: what a worker runs is made up of what the callback says. */
import {
  type AttemptOrder,
  CALLBACK_TIMEOUT_SECONDS,
  type CallbackRecord,
  type DagRun,
  type RunFacts,
  type TaskSpec,
} from "@momiji/core";
import type { Store } from "@momiji/store";
import type { VersionCache, VersionedDag } from "../versioned-dag.ts";

export interface CallbackOrderDeps {
  readonly store: Store;
  readonly versions: VersionCache;
  readonly factsOf: (dag: VersionedDag, run: DagRun) => Promise<RunFacts>;
}

/** Ahead of the tasks that wait in an executor: there are few, and people wait for them. */
const PRIORITY = 2 ** 31;

/** Null: the run is not there any more. */
export async function callbackOrder(deps: CallbackOrderDeps, record: CallbackRecord): Promise<AttemptOrder | null> {
  const { dagId, runId, runKey, facts, taskId, ordinal } = record;
  const [run] = await deps.store.listRuns({ dagId, runId, limit: 1 });
  if (run === undefined || run.runKey !== runKey) return null;
  const dag = await deps.versions.load(dagId, run.dagVersion);
  const { instance } = facts;
  return {
    attemptId: record.deliveryId,
    run: await deps.factsOf(dag, run),
    task: taskOf(record, dag),
    mapIndex: instance?.mapIndex ?? -1,
    tryNumber: instance?.tryNumber ?? 0,
    maxTries: instance?.maxTries ?? 0,
    bundle: dag.bundle,
    inputs: {},
    firstStartDate: null,
    priority: PRIORITY,
    callback: { id: record.id, taskId, ordinal, delivery: record.deliveries, facts },
  };
}

/** What templates may ask of the task is the task's; what is run is the callback's. */
function taskOf({ spec, facts }: CallbackRecord, dag: VersionedDag): TaskSpec {
  const { name, lane, params, templateFields } = spec;
  const taskId = facts.instance?.taskId ?? "";
  const { owner, retry, pool, queue, triggerRule } = dag.tasks.get(taskId) ?? {};
  return {
    taskId,
    operator: name,
    lane,
    upstream: [],
    doXcomPush: false,
    executionTimeoutSeconds: CALLBACK_TIMEOUT_SECONDS,
    ...(params === undefined ? {} : { params }),
    ...(templateFields === undefined ? {} : { templateFields }),
    ...(owner === undefined ? {} : { owner }),
    ...(retry === undefined ? {} : { retry }),
    ...(pool === undefined ? {} : { pool }),
    ...(queue === undefined ? {} : { queue }),
    ...(triggerRule === undefined ? {} : { triggerRule }),
  };
}
