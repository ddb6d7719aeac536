/** Runs and their task instances: trigger, list, look. */
import { instanceName } from "@momiji/core";
import type { Store } from "@momiji/store";
import { ApiError } from "../errors.ts";
import { presentRun, presentTaskInstance } from "../present.ts";
import type { ApiOptions } from "../api-options.ts";
import { knownDag, triggerRun } from "../trigger.ts";
import { textOf } from "../paging.ts";
import { route, type Route } from "../route.ts";

export function runRoutes(options: ApiOptions): readonly Route[] {
  return [...triggers(options), ...looks(options)];
}

function triggers(options: ApiOptions): readonly Route[] {
  return [
    route({
      method: "POST",
      path: "/api/v2/dags/{dag_id}/dagRuns",
      operationId: "trigger_dag_run",
      access: { dag: "run", may: "create" },
      handle: async (asked) => {
        const { params, body } = asked;
        const { readTrigger } = await import("../bodies.ts");
        const request = readTrigger(body);
        const origin = { runType: "manual", triggeredBy: asked.through, owner: asked.principal.name } as const;
        const answer = await triggerRun(options, { dagId: params.dag_id, request }, origin);
        if (!answer.created) throw new ApiError("run_exists", [params.dag_id, answer.conflict, answer.existing.runId]);
        return presentRun(answer.run);
      },
    }),
  ];
}

function looks({ store }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns",
      operationId: "get_dag_runs",
      access: { dag: "run", may: "read" },
      handle: async ({ params, query }) => {
        await knownDag(store, params.dag_id);
        const runs = await store.listRuns({
          dagId: params.dag_id,
          limit: Math.min(Number(textOf(query, "limit") ?? 50) || 50, 1000),
        });
        return { dag_runs: runs.map(presentRun), total_entries: runs.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}",
      operationId: "get_dag_run",
      access: { dag: "run", may: "read" },
      handle: async ({ params }) => {
        const found = await knownRun(store, params.dag_id, params.dag_run_id);
        return presentRun(found.run);
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances",
      operationId: "get_task_instances",
      access: { dag: "task_instance", may: "read" },
      handle: async ({ params }) => {
        const { run, instances } = await knownRun(store, params.dag_id, params.dag_run_id);
        const version = await store.loadVersion(run.dagId, run.dagVersion);
        const tasks = new Map(version?.spec.tasks.map((task) => [task.taskId, task]));
        const notes = await notesOf(store, run.runKey);
        const presented = instances.map((instance) => ({
          ...presentTaskInstance(run, instance, tasks.get(instance.taskId)),
          note: notes.get(instanceName(instance)) ?? null,
        }));
        return { task_instances: presented, total_entries: presented.length };
      },
    }),
  ];
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
