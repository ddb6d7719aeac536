/** Clearing: task instances of some runs, or whole runs. A dry run, which is the default, lists what would run again. */
import { audit } from "../access/audit.ts";
import type { ActDeps, RunAct } from "../act-on-runs.ts";
import type { RunName } from "../change-runs.ts";
import { clearInstances, clearWholeRuns, runsAfter } from "../clear-runs.ts";
import { ApiError } from "../errors.ts";
import { expectationOf } from "../preview/expectation.ts";
import { presentActs, presentPage } from "../present-acts.ts";
import { runBody } from "../run-body.ts";
import { type Call, route, type Route } from "../route.ts";
import { knownDag } from "../trigger.ts";

export function clearRoutes(deps: ActDeps): readonly Route[] {
  return [instancesRoute(deps), runRoute(deps), runsRoute(deps), partitionsRoute(deps)];
}

function instancesRoute(deps: ActDeps): Route {
  return route({
    method: "POST",
    path: "/api/v2/dags/{dag_id}/clearTaskInstances",
    operationId: "post_clear_task_instances",
    schemas: async () => (await import("../schemas/acts.ts")).clear,
    access: { dag: "task_instance", may: "edit" },
    handle: async (asked) => {
      const { readClear } = await import("../act-bodies.ts");
      const body = readClear(asked.body);
      const event = { ...audit("post_clear_task_instances", asked), dagId: asked.params.dag_id };
      return presentPage(
        await presentActs(deps, await clearInstances(expecting(deps, asked), body, event), body.dryRun),
      );
    },
  });
}

function runRoute(deps: ActDeps): Route {
  return route({
    method: "POST",
    path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/clear",
    operationId: "clear_dag_run",
    schemas: async () => (await import("../schemas/acts.ts")).clearRun,
    access: { dag: "run", may: "edit" },
    handle: async (asked) => {
      const { readRunClear } = await import("../act-bodies.ts");
      const { dag_id: dagId, dag_run_id: runId } = asked.params;
      const body = readRunClear(asked.body);
      const how = { body, event: audit("clear_dag_run", asked) };
      const acts = await clearWholeRuns(expecting(deps, asked), [{ dagId, runId }], how);
      if (body.dryRun) return presentDryRun(deps, acts);
      const [run] = await runsAfter(deps, acts);
      if (run === undefined) throw new ApiError("run_not_found", [dagId, runId]);
      return runBody(deps, run);
    },
  });
}

function runsRoute(deps: ActDeps): Route {
  return route({
    method: "POST",
    path: "/api/v2/dags/{dag_id}/clearDagRuns",
    operationId: "clear_dag_runs",
    schemas: async () => (await import("../schemas/acts.ts")).clearRuns,
    access: { dag: "run", may: "edit" },
    handle: async (asked) => {
      const { readRunsClear } = await import("../schemas/clear-runs.ts");
      const { runs, body } = readRunsClear(asked.body);
      const named = await namesOf(asked, runs);
      const how = { body, event: audit("clear_dag_runs", asked) };
      const acts = await clearWholeRuns(expecting(deps, asked), named, how);
      if (body.dryRun) return presentDryRun(deps, acts);
      const after = await Promise.all((await runsAfter(deps, acts)).map((run) => runBody(deps, run)));
      return { dag_runs: after, total_entries: after.length, next_cursor: null, previous_cursor: null };
    },
  });
}

function expecting(deps: ActDeps, { headers }: Pick<Call, "headers">): ActDeps {
  return { ...deps, ...expectationOf(headers) };
}

/** The runs of a body, each once, every one of which the caller may change. @throws ApiError `wildcard_run`, `forbidden` */
async function namesOf(
  { params, requireDag }: Call<{ readonly dag_id: string }>,
  runs: readonly { readonly dagId: string | null; readonly runId: string }[],
): Promise<readonly RunName[]> {
  const named = new Map<string, RunName>();
  for (const { dagId: own, runId } of runs) {
    const dagId = own ?? params.dag_id;
    if (dagId === "~" || runId === "~") throw new ApiError("wildcard_run", [runId]);
    if (params.dag_id !== "~" && dagId !== params.dag_id) throw new ApiError("other_dag", [dagId, params.dag_id]);
    await requireDag(dagId, "run", "edit");
    named.set(JSON.stringify([dagId, runId]), { dagId, runId });
  }
  return [...named.values()];
}

/** Runs here belong to no partition: none is found by one. One that is named keeps having none. */
function partitionsRoute(deps: ActDeps): Route {
  return route({
    method: "POST",
    path: "/api/v2/dags/{dag_id}/clearPartitions",
    operationId: "clear_dag_run_partitions",
    schemas: async () => (await import("../schemas/acts.ts")).clearPartitions,
    access: { dag: "run", may: "edit" },
    handle: async (asked) => {
      const { readPartitionClear } = await import("../schemas/clear-runs.ts");
      const { dag_id: dagId } = asked.params;
      const { runId, withInstances, dryRun } = readPartitionClear(asked.body);
      await knownDag(deps.store, dagId);
      if (runId === null) return presentPartitions([], { runs: 0, dryRun });
      const body = { dryRun: dryRun || !withInstances, onlyFailed: false, onlyNew: false, onNewest: false };
      const how = { body, event: audit("clear_dag_run_partitions", asked) };
      const acts = await clearWholeRuns(deps, [{ dagId, runId }], how);
      return presentPartitions(withInstances ? acts : [], { runs: 1, dryRun });
    },
  });
}

function presentPartitions(acts: readonly RunAct[], { runs, dryRun }: { runs: number; dryRun: boolean }) {
  const instances = acts.reduce((sum, { act }) => sum + act.affected.length, 0);
  return { dag_runs_cleared: runs, task_instances_cleared: instances, dry_run: dryRun };
}

/** What would run again, and the tasks that runs would get anew. */
async function presentDryRun(deps: ActDeps, acts: readonly RunAct[]) {
  const { task_instances: present, total_entries: count } = await presentActs(deps, acts, true);
  const added = acts.flatMap(({ act }) => ("added" in act ? (act.added as readonly string[]) : []));
  const fresh = [...new Set(added)].map((id) => ({ task_id: id, task_display_name: id }));
  return { task_instances: [...present, ...fresh], total_entries: count + fresh.length };
}
