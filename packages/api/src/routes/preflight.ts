/** What is missing for jobs outside to start, asked before anybody wants them to. Beside Airflow's API. */
import { audit, type Author } from "../access/audit.ts";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { knownDag } from "./dags.ts";

/** Each takes processes of its own, so that more would take what tasks need. */
const AT_ONCE = 2;

export function preflightRoutes(deps: ApiDeps): readonly Route[] {
  const once = limited(AT_ONCE);
  const preflighted = (call: Author, dagId: string, taskId?: string) =>
    once(() => preflight(deps, call, [dagId, taskId]));
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/preflight",
      operationId: "preflight_dag",
      // It does what a run would do first: asks with the connections of the tasks.
      access: { dag: "run", may: "create" },
      schemas: async () => (await import("../schemas/overviews.ts")).preflight,
      handle: (call) => preflighted(call, call.params.dag_id),
    }),
    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/tasks/{task_id}/preflight",
      operationId: "preflight_task",
      access: { dag: "run", may: "create" },
      schemas: async () => (await import("../schemas/overviews.ts")).preflight,
      handle: (call) => preflighted(call, call.params.dag_id, call.params.task_id),
    }),
  ];
}

/** @throws ApiError `preflight_busy` */
function limited(most: number) {
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) throw new ApiError("preflight_busy");
    running++;
    try {
      return await work();
    } finally {
      running--;
    }
  };
}

/** @throws ApiError `dag_not_found`, `task_of_dag_not_found`, `no_preflight` */
async function preflight(
  deps: ApiDeps,
  call: Author,
  [dagId, taskId]: readonly [dagId: string, taskId: string | undefined],
) {
  const dag = await knownDag(deps, dagId);
  const isKnown = taskId === undefined || dag.spec.tasks.some((each) => each.taskId === taskId);
  if (!isKnown) throw new ApiError("task_of_dag_not_found", [taskId]);
  if (deps.preflight === undefined) throw new ApiError("no_preflight");
  const event = { ...audit("preflight", call), dagId, ...(taskId === undefined ? {} : { taskId }) };
  await deps.store.act({ now: deps.clock.now(), events: [event] });
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
}

const WORST = ["failed", "unknown", "warning", "ok"] as const;

/** Null: nothing was looked at. */
function worstOf(verdicts: readonly (typeof WORST)[number][]): (typeof WORST)[number] | null {
  return WORST.find((verdict) => verdicts.includes(verdict)) ?? null;
}
