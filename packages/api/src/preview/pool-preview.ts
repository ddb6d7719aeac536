/** What changing or deleting a pool would do to those who wait for its slots. */
import { DEFAULT_POOL, priorityWeights } from "@momiji/core";
import type { ActiveInstance, PoolRecord, Store } from "@momiji/store";
import { ApiError } from "../errors.ts";
import { GraphCache } from "../explain/graph-cache.ts";
import type { Call } from "../route.ts";
import { poolUsage, presentPool } from "../settings/pool-usage.ts";
import { fingerprint } from "../views/etag.ts";

export interface PoolChange {
  readonly slots?: number | null | undefined;
  readonly include_deferred?: boolean | null | undefined;
}

interface Waiting {
  readonly instance: ActiveInstance;
  readonly slots: number;
  readonly priority: number;
}

/** @param change null: the pool goes. @throws ApiError `pool_not_found` */
export async function poolPreview(
  store: Store,
  { name, change }: { readonly name: string; readonly change: PoolChange | null },
  call: Pick<Call, "mayDag">,
) {
  const pool = (await store.listPools()).find((each) => each.name === name);
  if (pool === undefined) throw new ApiError("pool_not_found", [name]);
  const after = afterOf(pool, change);
  const usage = (await poolUsage(store)).get(name);
  const [before, then] = [presentPool(pool, usage), presentPool(after, usage)];
  const waiting = await waitingFor(store, name);
  const starts = change === null ? new Set<Waiting>() : fitting(waiting, then.open_slots, after.slots < 0);
  const visible = await Promise.all(
    waiting.map(({ instance }) => call.mayDag(instance.dagId, "task_instance", "read")),
  );
  const items = waiting.filter((_, at) => visible[at]).map((each) => itemOf(each, starts.has(each)));
  const names = waiting.filter((each) => starts.has(each)).map(({ instance }) => keyOf(instance));
  return {
    etag: `"${fingerprint(JSON.stringify([pool, names]))}"`,
    total: waiting.length,
    /** Waiting in DAGs that whoever asks may not see. */
    hidden: waiting.length - items.length,
    starts: starts.size,
    items,
    pool: {
      name,
      slots: { from: pool.slots, to: change === null ? null : after.slots },
      occupied: before.occupied_slots,
    },
    runs: [],
  };
}

function afterOf(pool: PoolRecord, change: PoolChange | null): PoolRecord {
  return {
    ...pool,
    slots: change?.slots ?? pool.slots,
    includeDeferred: change?.include_deferred ?? pool.includeDeferred,
  };
}

/** In the order in which they get slots: the most urgent first, then the oldest. */
async function waitingFor(store: Store, name: string): Promise<readonly Waiting[]> {
  const graphs = new GraphCache(store);
  const waiting: Waiting[] = [];
  for (const instance of await store.listActiveInstances()) {
    if (instance.state !== "scheduled" || instance.isOff) continue;
    const graph = await graphs.of(instance.dagId, instance.dagVersion);
    const task = graph?.tasks[graph.indexOf.get(instance.taskId) ?? -1];
    if (graph === null || task === undefined || (task.spec.pool ?? DEFAULT_POOL) !== name) continue;
    waiting.push({ instance, slots: task.spec.poolSlots ?? 1, priority: priorityWeights(graph)[task.index] ?? 1 });
  }
  return waiting.toSorted((a, b) => b.priority - a.priority || a.instance.runAfter - b.instance.runAfter);
}

/** As far as the pool alone decides: limits of DAGs and tasks may hold some of them still. */
function fitting(waiting: readonly Waiting[], open: number, isEndless: boolean): ReadonlySet<Waiting> {
  const found = new Set<Waiting>();
  let left = isEndless ? Number.POSITIVE_INFINITY : open;
  for (const each of waiting) {
    if (each.slots > left) continue;
    left -= each.slots;
    found.add(each);
  }
  return found;
}

function keyOf({ dagId, runId, taskId, mapIndex }: ActiveInstance) {
  return { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex };
}

function itemOf({ instance, slots }: Waiting, starts: boolean) {
  return {
    key: keyOf(instance),
    from: "scheduled",
    to: starts ? "queued" : "scheduled",
    effect: starts ? "will_run" : "will_wait",
    reason: "follows",
    waits_for: [],
    slots,
  };
}
