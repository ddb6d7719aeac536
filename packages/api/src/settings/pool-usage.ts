/** Who holds the slots of pools, as Airflow's API tells it. */
import { DEFAULT_POOL, type TaskState } from "@momiji/core";
import type { PoolRecord, Store } from "@momiji/store";
import { GraphCache } from "../explain/graph-cache.ts";

interface Usage {
  running: number;
  queued: number;
  scheduled: number;
  deferred: number;
}

/** Slots by pool and state. */
export async function poolUsage(store: Store): Promise<ReadonlyMap<string, Usage>> {
  const graphs = new GraphCache(store);
  const usage = new Map<string, Usage>();
  for (const { dagId, dagVersion, taskId, state } of await store.listActiveInstances()) {
    const graph = await graphs.of(dagId, dagVersion);
    const index = graph?.indexOf.get(taskId);
    const spec = index === undefined ? undefined : graph?.tasks[index]?.spec;
    const pool = spec?.pool ?? DEFAULT_POOL;
    let of = usage.get(pool);
    if (of === undefined) usage.set(pool, (of = { running: 0, queued: 0, scheduled: 0, deferred: 0 }));
    const column = COLUMN[state ?? ""];
    if (column !== undefined) of[column] += spec?.poolSlots ?? 1;
  }
  return usage;
}

const COLUMN: { readonly [state in string]?: keyof Usage } = {
  running: "running",
  restarting: "running",
  queued: "queued",
  scheduled: "scheduled",
  deferred: "deferred",
} satisfies { readonly [state in Exclude<TaskState, null>]?: keyof Usage };

const NOTHING: Usage = { running: 0, queued: 0, scheduled: 0, deferred: 0 };

export function presentPool({ name, slots, description, includeDeferred }: PoolRecord, usage: Usage = NOTHING) {
  const occupied = usage.running + usage.queued + (includeDeferred ? usage.deferred : 0);
  return {
    name,
    slots,
    description,
    include_deferred: includeDeferred,
    occupied_slots: occupied,
    running_slots: usage.running,
    queued_slots: usage.queued,
    scheduled_slots: usage.scheduled,
    open_slots: slots < 0 ? -1 : slots - occupied,
    deferred_slots: usage.deferred,
    team_name: null,
  };
}
