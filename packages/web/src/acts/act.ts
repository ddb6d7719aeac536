/** An act with reach: what it is about, and the calls that show and do it. */
import type { components } from "@momiji/client";
import { client } from "../api/client.ts";

/** Whose state is changed; without a task the whole run. */
export interface ActPlace {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId?: string | undefined;
  /** -1: not mapped, or all instances. */
  readonly mapIndex?: number | undefined;
}

export interface Reach {
  readonly downstream: boolean;
  readonly upstream: boolean;
  readonly past: boolean;
  readonly future: boolean;
  readonly onlyFailed: boolean;
}

export type Act = { readonly kind: "clear" } | { readonly kind: "mark"; readonly state: "success" | "failed" };

export type PreviewItem = components["schemas"]["PreviewItem"];
export type Preview = components["schemas"]["ActPreview"];

const LISTED = 200;

interface Body {
  readonly [name: string]: unknown;
}

function bodyOf(act: Act, { taskId, mapIndex = -1, runId }: ActPlace, reach: Reach): Body {
  if (act.kind === "mark") {
    const { downstream, upstream, past, future } = reach;
    const around = {
      include_downstream: downstream,
      include_upstream: upstream,
      include_past: past,
      include_future: future,
    };
    return taskId === undefined ? { state: act.state } : { new_state: act.state, ...around };
  }
  if (taskId === undefined) return { only_failed: reach.onlyFailed };
  return {
    dag_run_id: runId,
    task_ids: [mapIndex < 0 ? taskId : [taskId, mapIndex]],
    only_failed: reach.onlyFailed,
    include_downstream: reach.downstream,
    include_upstream: reach.upstream,
    include_past: reach.past,
    include_future: reach.future,
  };
}

/** What it would do, as of now. */
export async function previewAct(act: Act, place: ActPlace, reach: Reach): Promise<Preview> {
  const { dagId, runId, taskId, mapIndex = -1 } = place;
  const isOfTasks = act.kind === "clear" && taskId !== undefined;
  const path = {
    dag_id: dagId,
    ...(isOfTasks ? {} : { dag_run_id: runId }),
    ...(act.kind === "mark" && taskId !== undefined
      ? { task_id: taskId, ...(mapIndex < 0 ? {} : { map_index: mapIndex }) }
      : {}),
  };
  const body = { action: act.kind, path, body: bodyOf(act, place, reach), limit: LISTED };
  return (await client.post("/api/momiji/v1/preview", { body })) as unknown as Preview;
}

/** @throws MomijiError with status 409 if it would do something else by now than the preview showed */
export async function doAct(
  act: Act,
  place: ActPlace,
  how: { readonly reach: Reach; readonly etag: string },
): Promise<void> {
  const { dagId, runId, taskId, mapIndex = -1 } = place;
  const headers = { "if-match": how.etag };
  const body = bodyOf(act, place, how.reach);
  const run = { dag_id: dagId, dag_run_id: runId };
  if (act.kind === "clear") {
    if (taskId === undefined)
      await client.post("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/clear", {
        params: { path: run },
        body: { ...body, dry_run: false },
        headers,
      });
    else
      await client.post("/api/v2/dags/{dag_id}/clearTaskInstances", {
        params: { path: { dag_id: dagId } },
        body: { ...body, dry_run: false },
        headers,
      });
    return;
  }
  const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";
  if (taskId === undefined)
    await client.patch("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}", { params: { path: run }, body, headers });
  else if (mapIndex < 0) await client.patch(TASK, { params: { path: { ...run, task_id: taskId } }, body, headers });
  else
    await client.patch(`${TASK}/{map_index}`, {
      params: { path: { ...run, task_id: taskId, map_index: mapIndex } },
      body,
      headers,
    });
}
