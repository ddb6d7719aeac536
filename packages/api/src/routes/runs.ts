/** Runs and their task instances: trigger, list, look. */
import { parseInstant, type TriggerRequest } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { parseBody } from "../body.ts";
import { ApiError } from "../errors.ts";
import { presentRun, presentTaskInstance } from "../present.ts";
import type { ApiOptions } from "../api-options.ts";
import { knownDag, triggerRun } from "../trigger.ts";

const Instant = z.string().transform((text, context) => {
  try {
    return parseInstant(text);
  } catch {
    context.addIssue({
      code: "custom",
      message: `${JSON.stringify(text)} is no date-time with an offset (such as 2026-01-31T03:00:00+09:00)`,
    });
    return z.NEVER;
  }
});

const TriggerBody = z.strictObject({
  dag_run_id: z.string().optional(),
  logical_date: Instant.nullable().optional(),
  data_interval_start: Instant.optional(),
  data_interval_end: Instant.optional(),
  conf: z.record(z.string(), z.json()).nullable().optional(),
  note: z.string().nullable().optional(),
});

interface DagPath {
  Params: { dag_id: string };
  Querystring: { limit?: string; state?: string | string[] };
}

interface RunPath {
  Params: { dag_id: string; run_id: string };
}

export function runRoutes(server: FastifyInstance, options: ApiOptions): void {
  const { store } = options;

  server.post<DagPath>("/api/v2/dags/:dag_id/dagRuns", async ({ params, body }) => {
    const request = toRequest(parseBody(TriggerBody, body));
    const origin = { runType: "manual", triggeredBy: "rest_api" } as const;
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
    const presented = instances.map((instance) => presentTaskInstance(run, instance, tasks.get(instance.taskId)));
    return { task_instances: presented, total_entries: presented.length };
  });
}

async function knownRun(store: Store, dagId: string, runId: string) {
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  return found;
}

function toRequest(body: z.infer<typeof TriggerBody>): TriggerRequest {
  return {
    ...(body.dag_run_id === undefined ? {} : { runId: body.dag_run_id }),
    ...(body.logical_date === undefined ? {} : { logicalDate: body.logical_date }),
    ...(body.data_interval_start === undefined ? {} : { dataIntervalStart: body.data_interval_start }),
    ...(body.data_interval_end === undefined ? {} : { dataIntervalEnd: body.data_interval_end }),
    ...(body.conf ? { conf: body.conf } : {}),
    ...(body.note ? { note: body.note } : {}),
  };
}
