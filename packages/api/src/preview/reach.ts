/** What acts on runs set going beyond themselves: assets that are told anew, DAGs that wait for them, and how long it takes. */
import { type AssetRef, type DagGraph, type Micros } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { Call } from "../route.ts";

/** Runs that the usual duration is taken from. */
const USUAL_RUNS = 20;

export interface Reach {
  readonly triggers: { readonly assets: readonly string[]; readonly dags: readonly string[] };
  /** The usual duration of a run, for as many as follow one after another; null: none has ended yet. */
  readonly estimateMs: number | null;
}

/** Tasks of one DAG that will run. */
export interface Running {
  readonly dagId: string;
  readonly graph: DagGraph;
  readonly taskIds: ReadonlySet<string>;
}

type Asked = Pick<Call, "mayDag">;

/** @param rounds how many runs follow one after another */
export async function reachOf(
  store: Pick<Store, "listAssets" | "listRunTimes">,
  running: readonly Running[],
  { call, rounds = 1 }: { readonly call: Asked; readonly rounds?: number },
): Promise<Reach> {
  const outlets = new Set(running.flatMap(outletsOf));
  const dagIds = [...new Set(running.map(({ dagId }) => dagId))];
  const assets = outlets.size === 0 ? [] : await store.listAssets({ dagIds });
  const touched = assets.filter(({ name }) => outlets.has(name));
  const dags = [...new Set(touched.flatMap(({ scheduledDags }) => scheduledDags.map(({ dagId }) => dagId)))];
  const visible = await Promise.all(dags.map((dagId) => call.mayDag(dagId, "dag", "read")));
  return {
    triggers: { assets: [...outlets].toSorted(), dags: dags.filter((_, at) => visible[at]).toSorted() },
    estimateMs: estimate(await Promise.all(dagIds.map((dagId) => usualMicros(store, dagId))), rounds),
  };
}

/** The median of the last runs; null: none has ended. */
export async function usualMicros(store: Pick<Store, "listRunTimes">, dagId: string): Promise<Micros | null> {
  const durations = (await store.listRunTimes(dagId, USUAL_RUNS)).toSorted((a, b) => a - b);
  return durations[Math.floor(durations.length / 2)] ?? null;
}

/** DAGs run beside each other: the longest counts. */
function estimate(usual: readonly (Micros | null)[], rounds: number): number | null {
  const known = usual.filter((each) => each !== null);
  return known.length === 0 ? null : Math.round((Math.max(...known) * rounds) / 1000);
}

function outletsOf({ graph, taskIds }: Running): readonly string[] {
  const refs = graph.tasks.flatMap(({ taskId, spec }): readonly AssetRef[] =>
    taskIds.has(taskId) ? (spec.outlets ?? []) : [],
  );
  return refs.map(({ name }) => name);
}
