/** What is missing for jobs outside to start, asked before anybody wants them to. Beside Airflow's API. */
import { audit } from "../access/audit.ts";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { knownDag } from "./dags.ts";

/** Each takes processes of its own, so that more would take what tasks need. */
const AT_ONCE = 2;

export function preflightRoutes(deps: ApiDeps): readonly Route[] {
  let running = 0;
  const preflighted = async (dagId: string, taskId?: string) => {
    const dag = await knownDag(deps, dagId);
    const task = taskId === undefined ? undefined : dag.spec.tasks.find((each) => each.taskId === taskId);
    if (taskId !== undefined && task === undefined) throw new ApiError("task_of_dag_not_found", [taskId]);
    if (deps.preflight === undefined) throw new ApiError("no_preflight");
    if (running >= AT_ONCE) throw new ApiError("preflight_busy");
    running++;
    try {
      const tasks = await deps.preflight(dag, taskId === undefined ? undefined : [taskId]);
      const verdicts = tasks.flatMap(({ checks }) => checks.map(({ verdict }) => verdict));
      return {
        dagId,
        version: dag.version,
        verdict: worstOf(verdicts),
        tasks: tasks.map(({ checks, ...each }) => ({
          ...each,
          checks: checks.map(({ detail = null, remedy = null, ...check }) => ({ ...check, detail, remedy })),
        })),
      };
    } finally {
      running--;
    }
  };
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/preflight",
      operationId: "preflight_dag",
      // It does what a run would do first: asks with the connections of the tasks.
      access: { dag: "run", may: "create" },
      schemas: async () => (await import("../schemas/overviews.ts")).preflight,
      handle: async (call) => {
        const { dag_id: dagId } = call.params as unknown as { dag_id: string };
        await deps.store.act({ now: deps.clock.now(), events: [{ ...audit("preflight", call), dagId }] });
        return preflighted(dagId);
      },
    }),
    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/tasks/{task_id}/preflight",
      operationId: "preflight_task",
      access: { dag: "run", may: "create" },
      schemas: async () => (await import("../schemas/overviews.ts")).preflight,
      handle: async (call) => {
        const { dag_id: dagId, task_id: taskId } = call.params as unknown as { dag_id: string; task_id: string };
        await deps.store.act({ now: deps.clock.now(), events: [{ ...audit("preflight", call), dagId, taskId }] });
        return preflighted(dagId, taskId);
      },
    }),
  ];
}

const WORST = ["failed", "unknown", "warning", "ok"] as const;

/** Null: nothing was looked at. */
function worstOf(verdicts: readonly (typeof WORST)[number][]): (typeof WORST)[number] | null {
  return WORST.find((verdict) => verdicts.includes(verdict)) ?? null;
}
