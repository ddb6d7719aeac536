/** What switching a DAG on, deleting it, triggering it or filling it back would do. */
import type { Micros } from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import type { BackfillBody } from "../act-bodies.ts";
import type { ActDeps } from "../act-on-runs.ts";
import type { RunName } from "../change-runs.ts";
import { planDates } from "../backfills.ts";
import { ApiError } from "../errors.ts";
import { usualMicros } from "./reach.ts";
import { presentInstant } from "../present.ts";
import { fingerprint } from "../views/etag.ts";
import { type PreviewInput, previewSchedule } from "../views/schedule-preview.ts";

function tagged<Body extends object>(body: Body): Body & { readonly etag: string } {
  return { etag: `"${fingerprint(JSON.stringify(body))}"`, ...body };
}

/** Only the runs that begin at once count for its tag: the next ones change with the time. */
export function unpausePreview(
  dag: DagRecord,
  { now, ...more }: Pick<PreviewInput, "now" | "usualMicros" | "mostCounted">,
) {
  const { spec, lastInterval } = dag;
  const { onEnable, rows } = previewSchedule({ spec, lastInterval, now, count: 5, ...more });
  const { now: total, oldest, newest } = onEnable;
  const { etag } = tagged({ dag_id: dag.dagId, version: dag.version, total, oldest, newest });
  return { etag, total, items: [], onEnable, rows };
}

/** Runs of each of many DAGs that are counted: a hundred DAGs may be switched on together. */
const MOST_BEGINNING = 200;

/** Which DAGs are switched; of those that are switched on, how many runs begin at once. */
export function pausePreview(dags: readonly DagRecord[], isPaused: boolean, now: Micros) {
  const items = dags.map((dag) => {
    const begins =
      isPaused || !dag.isPaused
        ? 0
        : unpausePreview(dag, { now, usualMicros: null, mostCounted: MOST_BEGINNING }).total;
    const effect = dag.isPaused === isPaused ? "kept" : isPaused ? "paused" : "unpaused";
    return {
      key: { dag_id: dag.dagId },
      from: dag.isPaused ? "paused" : "active",
      to: isPaused ? "paused" : "active",
      effect,
      runs: begins,
    };
  });
  return tagged({ total: items.length, begins: items.reduce((sum, { runs }) => sum + runs, 0), items });
}

/** One run with its task instances: what they keep goes with them. */
export async function runDeletionPreview(store: ActDeps["store"], { dagId, runId }: RunName) {
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  const { run, instances } = found;
  const items = instances.map(({ taskId, mapIndex, state }) => ({
    key: { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex },
    from: state,
    to: null,
    effect: "deleted",
    reason: "asked",
    waits_for: [],
  }));
  return tagged({
    total: items.length,
    items,
    runs: [{ dag_id: dagId, dag_run_id: runId, from: run.state, to: null }],
  });
}

export async function deletePreview(store: ActDeps["store"], dagId: string) {
  const { runs, unfinished } = await store.countRuns(dagId);
  return tagged({ total: runs, items: [], runs: { all: runs, unfinished } });
}

export async function backfillPreview(deps: ActDeps, body: BackfillBody) {
  const dates = await planDates(deps, body);
  const items = dates.map(({ logicalDate, action }) => ({
    logicalDate: presentInstant(logicalDate),
    interval: [presentInstant(action.run.dataIntervalStart), presentInstant(action.run.dataIntervalEnd)],
    runAfter: presentInstant(action.run.runAfter),
    existing:
      action.kind === "create"
        ? null
        : { runId: action.run.runId, state: "state" in action.run ? action.run.state : null },
    action: action.kind === "reprocess" ? "rerun" : action.kind,
    reason: action.kind === "skip" ? action.reason : null,
  }));
  const countOf = (kind: string): number => items.filter(({ action }) => action === kind).length;
  const counts = { create: countOf("create"), rerun: countOf("rerun"), skip: countOf("skip") };
  const usual = await usualMicros(deps.store, body.dagId);
  const rounds = Math.ceil((counts.create + counts.rerun) / body.maxActiveRuns);
  // How long it takes is not part of what was agreed to.
  const estimateMs = usual === null ? null : Math.round((usual * rounds) / 1000);
  return { ...tagged({ counts, items, total: items.length }), estimateMs };
}
