/** Asks the server what the calls of an act would do, and has them done. */
import { client } from "../api/client.ts";
import type { ActTarget, TaskName } from "./open-act.ts";
import { type ActPreview, type WholePreview, wholeOf } from "./preview.ts";
import type { Call, Chosen } from "./reach.ts";

const LISTED = 500;

/** Runs whose calls are on the way at the same time. */
const BESIDE = 6;

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";
const TASK = `${RUN}/taskInstances/{task_id}` as const;

/** A group becomes the tasks in it, as the newest version has them. */
export async function chosenOf(target: ActTarget): Promise<Chosen> {
  if (target.of !== "group") return target;
  const { dagId, runId, groupId } = target;
  const { rows } = await client.get("/api/momiji/v1/dags/{dag_id}/grid", {
    params: { path: { dag_id: dagId }, query: { runs: 1 } },
  });
  const isInside = (at: number): boolean => {
    const parent = rows[at]?.parent ?? -1;
    return parent >= 0 && (rows[parent]?.id === groupId || isInside(parent));
  };
  const tasks = rows.flatMap(({ id, kind }, at): TaskName[] =>
    kind !== "group" && isInside(at) ? [{ dagId, runId, taskId: id }] : [],
  );
  return { of: "tasks", tasks };
}

async function inTurns<In, Out>(
  all: readonly In[],
  ask: (one: In, at: number) => Promise<Out>,
): Promise<readonly Out[]> {
  const done: Out[] = [];
  for (let at = 0; at < all.length; at += BESIDE)
    done.push(...(await Promise.all(all.slice(at, at + BESIDE).map((one, index) => ask(one, at + index)))));
  return done;
}

/** What they would do as of now. */
export async function previewCalls(calls: readonly Call[]): Promise<WholePreview> {
  return wholeOf(
    await inTurns(calls, async ({ verb, path, body }) => {
      const asked = { action: verb.startsWith("clear") ? "clear" : "mark", path, body, limit: LISTED } as const;
      return (await client.post("/api/momiji/v1/preview", { body: asked })) as ActPreview;
    }),
  );
}

/** The next items of an act of one call. */
export async function moreOf({ verb, path, body }: Call, offset: number): Promise<ActPreview> {
  const action = verb.startsWith("clear") ? "clear" : "mark";
  const asked = { action, path, body, limit: LISTED, offset } as const;
  return (await client.post("/api/momiji/v1/preview", { body: asked })) as ActPreview;
}

/** @throws MomijiError with status 409 if one of them would do something else by now than its preview showed */
export async function doCalls(calls: readonly Call[], etags: readonly string[]): Promise<void> {
  await inTurns(calls, (call, at) => doCall(call, etags[at] ?? ""));
}

async function doCall({ verb, path, body, run }: Call, etag: string): Promise<void> {
  const headers = { "if-match": etag };
  const ofRun = { dag_id: run.dagId, dag_run_id: run.runId };
  const ofTask = { ...ofRun, task_id: path.task_id ?? "" };
  switch (verb) {
    case "clearRun":
      return void (await client.post(`${RUN}/clear`, {
        params: { path: ofRun },
        body: { ...body, dry_run: false },
        headers,
      }));
    case "clearTasks":
      return void (await client.post("/api/v2/dags/{dag_id}/clearTaskInstances", {
        params: { path: { dag_id: run.dagId } },
        body: { ...body, dry_run: false },
        headers,
      }));
    case "markRun":
      return void (await client.patch(RUN, { params: { path: ofRun }, body, headers }));
    case "markTasks":
      return void (await client.patch("/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: { path: ofRun },
        body: body as { readonly task_ids: readonly string[] },
        headers,
      }));
    case "markTask":
      if (path.map_index === undefined)
        return void (await client.patch(TASK, { params: { path: ofTask }, body, headers }));
      return void (await client.patch(`${TASK}/{map_index}`, {
        params: { path: { ...ofTask, map_index: path.map_index } },
        body,
        headers,
      }));
  }
}

/** Writes one note on each run or task. */
export async function writeNotes(target: Chosen, note: string | null): Promise<void> {
  if (target.of === "runs")
    await inTurns(target.runs, ({ dagId, runId }) =>
      client.patch(RUN, { params: { path: { dag_id: dagId, dag_run_id: runId } }, body: { note } }),
    );
  else
    await inTurns(target.tasks, async ({ dagId, runId, taskId, mapIndex = -1 }) => {
      const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId };
      if (mapIndex < 0) await client.patch(TASK, { params: { path }, body: { note } });
      else
        await client.patch(`${TASK}/{map_index}`, {
          params: { path: { ...path, map_index: mapIndex } },
          body: { note },
        });
    });
}
