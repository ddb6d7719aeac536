/** What switching a DAG on, deleting it, triggering it or filling it back would do. */
import type { Micros } from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import type { BackfillBody } from "../act-bodies.ts";
import type { ActDeps } from "../act-on-runs.ts";
import { planDates } from "../backfills.ts";
import { presentInstant } from "../present.ts";
import { fingerprint } from "../views/etag.ts";
import { previewSchedule } from "../views/schedule-preview.ts";

function tagged<Body extends object>(body: Body): Body & { readonly etag: string } {
  return { etag: `"${fingerprint(JSON.stringify(body))}"`, ...body };
}

/** Only the runs that begin at once count for its tag: the next ones change with the time. */
export function unpausePreview(dag: DagRecord, { now, usualMicros }: { now: Micros; usualMicros: Micros | null }) {
  const { spec, lastInterval } = dag;
  const { onEnable, rows } = previewSchedule({ spec, lastInterval, usualMicros, now, count: 5 });
  const { now: total, oldest, newest } = onEnable;
  const { etag } = tagged({ dag_id: dag.dagId, version: dag.version, total, oldest, newest });
  return { etag, total, items: [], onEnable, next: rows };
}

export async function deletePreview(store: ActDeps["store"], dagId: string) {
  const { runs, unfinished } = await store.countRuns(dagId);
  return tagged({ total: runs, items: [], runs: { all: runs, unfinished } });
}

export async function backfillPreview(deps: ActDeps, body: BackfillBody) {
  const dates = await planDates(deps, body);
  const items = dates.map(({ logicalDate, action }) => ({
    logicalDate: presentInstant(logicalDate),
    existing:
      action.kind === "create"
        ? null
        : { runId: action.run.runId, state: "state" in action.run ? action.run.state : null },
    action: action.kind === "reprocess" ? "rerun" : action.kind,
    reason: action.kind === "skip" ? action.reason : null,
  }));
  const countOf = (kind: string): number => items.filter(({ action }) => action === kind).length;
  const counts = { create: countOf("create"), rerun: countOf("rerun"), skip: countOf("skip") };
  return tagged({ counts, items, total: items.length });
}
