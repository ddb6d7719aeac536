/** Runs and their task instances: trigger, list, look. */
import { instanceName } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { ApiError } from "../errors.ts";
import { ownerOf, triggeredBy } from "../owner.ts";
import { presentRun, presentTaskInstance } from "../present.ts";
import type { ApiOptions } from "../api-options.ts";
import { knownDag, triggerRun } from "../trigger.ts";

interface DagPath {
  Params: { dag_id: string };
  Querystring: { limit?: string; state?: string | string[] };
}

interface RunPath {
  Params: { dag_id: string; run_id: string };
}

export function runRoutes(server: FastifyInstance, options: ApiOptions): void {
  const { store } = options;

  server.post<DagPath>("/api/v2/dags/:dag_id/dagRuns", async (asked) => {
    const { params, body } = asked;
    const { readTrigger } = await import("../bodies.ts");
    const request = readTrigger(body);
    const origin = { runType: "manual", triggeredBy: triggeredBy(asked), owner: ownerOf(asked) } as const;
    const answer = await triggerRun(options, { dagId: params.dag_id, request }, origin);
    if (!answer.created) throw new ApiError("run_exists", [params.dag_id, answer.conflict, answer.existing.runId]);
    return presentRun(answer.run);
  });

  server.get<DagPath>("/api/v2/dags/:dag_id/dagRuns", async ({ params, query }) => {
    await knownDag(store, params.dag_id);
    const runs = await store.listRuns({ dagId: params.dag_id, limit: Math.min(Number(query.limit ?? 50) || 50, 1000) });
    return { dag_runs: runs.map(presentRun), total_entries: runs.length };
  });

  server.get<RunPath>("/api/v2/dags/:dag_id/dagRuns/:run_id", async ({ params }) => {
    const found = await knownRun(store, params.dag_id, params.run_id);
    return presentRun(found.run);
  });

  server.get<RunPath>("/api/v2/dags/:dag_id/dagRuns/:run_id/taskInstances", async ({ params }) => {
    const { run, instances } = await knownRun(store, params.dag_id, params.run_id);
    const version = await store.loadVersion(run.dagId, run.dagVersion);
    const tasks = new Map(version?.spec.tasks.map((task) => [task.taskId, task]));
    const notes = await notesOf(store, run.runKey);
    const presented = instances.map((instance) => ({
      ...presentTaskInstance(run, instance, tasks.get(instance.taskId)),
      note: notes.get(instanceName(instance)) ?? null,
    }));
    return { task_instances: presented, total_entries: presented.length };
  });
}

/** Notes of task instances by their name in the run. */
async function notesOf(store: Store, runKey: number): Promise<ReadonlyMap<string, string | null>> {
  return new Map((await store.listTaskNotes(runKey)).map((note) => [instanceName(note), note.note]));
}

async function knownRun(store: Store, dagId: string, runId: string) {
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  return found;
}
