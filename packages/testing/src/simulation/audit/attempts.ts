/** Attempts once everything has come to rest: each stands in the store, each success counts once and has its value. */
import { type DagRun, instanceName, type Json, RETURN_VALUE, type TaskInstance } from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";
import type { Deed, Ledger } from "../ledger.ts";
import { attemptOfValue } from "../task-behaviour.ts";

export interface AttemptAudit {
  readonly store: Store;
  readonly ledger: Ledger;
  /** In which life of its task instance an attempt was made. */
  readonly lifeOf: (attemptId: string) => number;
}

interface Held {
  readonly instance: TaskInstance;
  readonly run: DagRun;
}

/** Where each attempt stands: in its task instance, or in the history of that. */
export type Standing = ReadonlyMap<string, Held>;

export async function standingOf(store: Store, runs: readonly LoadedRun[]): Promise<Standing> {
  const standing = new Map<string, Held>();
  for (const { run, instances } of runs) {
    for (const instance of instances) {
      const { taskId, mapIndex, tryNumber } = instance;
      const past = tryNumber > 1 ? await store.listAttempts(run.runKey, taskId, mapIndex) : [];
      for (const each of [...past, instance])
        if (each.attemptId !== null) standing.set(each.attemptId, { instance: each, run });
    }
  }
  return standing;
}

export async function attemptViolations(
  audit: AttemptAudit,
  runs: readonly LoadedRun[],
  standing: Standing,
): Promise<string[]> {
  const { ledger, lifeOf } = audit;
  const found: string[] = [];
  const successes = new Map<string, number>();
  for (const deed of ledger.all) {
    const { attemptId } = deed.order;
    const holder = standing.get(attemptId);
    if (holder === undefined && deed.isPart) continue;
    if (holder === undefined) {
      found.push(`attempt ${attemptId} ran and is nowhere in the store`);
      continue;
    }
    if (deed.isRepeated || deed.succeeded > 1) found.push(`attempt ${attemptId} ran again after its success`);
    found.push(...lostSuccess(deed, holder));
    const name = `${holder.run.runKey} ${instanceName(holder.instance)} in life ${lifeOf(attemptId)}`;
    const isSuccess = deed.succeeded > 0 && !deed.isUnwanted;
    successes.set(name, (successes.get(name) ?? 0) + (isSuccess ? 1 : 0));
  }
  for (const [name, count] of successes) if (count > 1) found.push(`${name} succeeded ${count} times`);
  return [...found, ...(await valueViolations(audit, runs))];
}

function lostSuccess({ order, succeeded, isUnwanted, isOverruled }: Deed, { instance }: Held): string[] {
  if (succeeded === 0 || isUnwanted || isOverruled || instance.state === "success") return [];
  if (isDecidedAgainst(instance)) return [];
  return [`the success of attempt ${order.attemptId} is lost: it stands as ${instance.state}`];
}

/**
 * Its run's time was up, a branch went another way, another task failed fast, or its list got shorter: the engine decided so
 * before it could hear of the success.
 */
function isDecidedAgainst({ state, outcome }: TaskInstance): boolean {
  if (state === "skipped") return outcome === null;
  return state === "removed" || (state === "failed" && outcome?.kind === "cancelled");
}

/** The value of a success is that of the attempt that succeeded. */
async function valueViolations({ store, ledger }: AttemptAudit, runs: readonly LoadedRun[]): Promise<string[]> {
  // What a person has answered is looked at by itself.
  const hasOtherValue = (attemptId: string): boolean => {
    const deed = ledger.of(attemptId);
    return deed === undefined || deed.isOverruled || deed.order.task.input !== undefined;
  };
  const succeeded = runs.flatMap(({ run, instances }) =>
    instances
      .filter(({ state, attemptId }) => state === "success" && attemptId !== null && !hasOtherValue(attemptId))
      .map((instance) => ({ runKey: run.runKey, instance })),
  );
  const keys = succeeded.map(({ runKey, instance: { taskId, mapIndex } }) => ({
    runKey,
    taskId,
    mapIndex,
    key: RETURN_VALUE,
  }));
  const values = await store.getXComs(keys);
  return succeeded.flatMap(({ runKey, instance }, index) =>
    isValueOf(instance, values[index])
      ? []
      : [
          `${runKey} ${instanceName(instance)}: its value is ${JSON.stringify(values[index])}, not of ${instance.attemptId}`,
        ],
  );
}

function isValueOf({ attemptId }: TaskInstance, value: Json | undefined): boolean {
  const parts = Array.isArray(value) ? value : [value];
  return parts.every((part) => typeof part === "string" && attemptOfValue(part) === attemptId);
}
