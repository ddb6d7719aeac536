/** Deleting runs, or all that is kept of a DAG: what goes with them, and doing it. */
import type { components } from "@momiji/client";
import { client } from "../api/client.ts";
import type { ActRequest } from "./open-act.ts";

export type Deleted = Extract<ActRequest, { readonly kind: "delete" }>["target"];

type DagGone = components["schemas"]["DeletePreview"];
type RunGone = components["schemas"]["RunDeletionPreview"];

export interface Gone {
  readonly tags: readonly string[];
  readonly runs: number;
  readonly unfinished: number;
  /** Task instances; null: they are not counted. */
  readonly tasks: number | null;
}

export async function whatGoes(target: Deleted): Promise<Gone> {
  const ask = (path: { readonly dag_id: string; readonly dag_run_id?: string }) =>
    client.post("/api/momiji/v1/preview", { body: { action: "delete", path, limit: 1 } });
  if (target.of === "dag") {
    const { etag, runs } = (await ask({ dag_id: target.dagId })) as DagGone;
    return { tags: [etag], runs: runs.all, unfinished: runs.unfinished, tasks: null };
  }
  const all = (await Promise.all(
    target.runs.map(({ dagId, runId }) => ask({ dag_id: dagId, dag_run_id: runId })),
  )) as readonly RunGone[];
  const unfinished = all.flatMap(({ runs }) => runs).filter(({ from }) => from === "queued" || from === "running");
  return {
    tags: all.map(({ etag }) => etag),
    runs: all.length,
    unfinished: unfinished.length,
    tasks: all.reduce((sum, { total }) => sum + total, 0),
  };
}

/** @throws MomijiError `preview_changed` if more would go by now */
export async function deleteAll(target: Deleted, tags: readonly string[]): Promise<void> {
  if (target.of === "dag") {
    const headers = { "if-match": tags[0] ?? "" };
    await client.delete("/api/v2/dags/{dag_id}", { params: { path: { dag_id: target.dagId } }, headers });
    return;
  }
  for (const [at, { dagId, runId }] of target.runs.entries())
    await client.delete("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", {
      params: { path: { dag_id: dagId, dag_run_id: runId } },
      headers: { "if-match": tags[at] ?? "" },
    });
}
