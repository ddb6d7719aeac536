/** What stands beside what is open: asked for when its menu is opened. */
import { queryOptions } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { quietnessOf, readState, type State } from "../states/state.ts";

export interface Sibling {
  /** What tells it from the others: a run's or task's id, a map index. */
  readonly key: string;
  readonly name: string;
  /** People call it by when it was due. */
  readonly isRun?: boolean;
  readonly href: string;
  readonly state: State;
}

const MOST = 25;
const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

const siblingQuery = (key: readonly string[], read: (signal: AbortSignal) => Promise<readonly Sibling[]>) =>
  queryOptions({ queryKey: ["siblings", ...key], queryFn: ({ signal }) => read(signal), staleTime: 0, gcTime: 0 });

const pathOf = (dagId: string, ...more: readonly string[]): string =>
  `/dags/${[dagId, ...more].map((part) => encodeURIComponent(part)).join("/")}`;

/** The newest first, and the one that is open if it is older. */
export function runSiblings(dagId: string, here: string) {
  return siblingQuery(["runs", dagId, here], async (signal) => {
    const { dag_runs: runs } = await client.get("/api/v2/dags/{dag_id}/dagRuns", {
      params: { path: { dag_id: dagId }, query: { limit: MOST, order_by: ["-run_after"] } },
      signal,
    });
    const isAmong = runs.some(({ dag_run_id: id }) => id === here);
    const path = { dag_id: dagId, dag_run_id: here };
    // One that is gone is told by the page itself.
    const older = isAmong
      ? []
      : await client.get(RUN, { params: { path }, signal }).then(
          (run) => [run],
          () => [],
        );
    return [...runs, ...older].map(({ dag_run_id: id, state }) => ({
      key: id,
      name: id,
      isRun: true,
      href: pathOf(dagId, "runs", id),
      state: readState(state),
    }));
  });
}

export function taskSiblings(dagId: string, runId: string) {
  return siblingQuery(["tasks", dagId, runId], async (signal) => {
    const path = { dag_id: dagId, dag_run_id: runId };
    const { task_instances: all } = await client.get(`${RUN}/taskInstances`, {
      params: { path, query: { limit: 100 } },
      signal,
    });
    const tasks = Map.groupBy(all, ({ task_id: id }) => id);
    return [...tasks].map(([id, of]) => ({
      key: id,
      name: id,
      href: pathOf(dagId, "runs", runId, "tasks", id),
      state: of.map(({ state }) => readState(state)).toSorted((a, b) => quietnessOf(a) - quietnessOf(b))[0] ?? "none",
    }));
  });
}

interface MappedTask {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
}

/** Those that failed first. */
export function mappedSiblings({ dagId, runId, taskId }: MappedTask) {
  return siblingQuery(["mapped", dagId, runId, taskId], async (signal) => {
    const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId };
    const { task_instances: all } = await client.get(`${RUN}/taskInstances/{task_id}/listMapped`, {
      params: { path, query: { limit: MOST, order_by: ["urgency", "map_index"] } },
      signal,
    });
    return all.map(({ map_index: index, rendered_map_index: label, state }) => ({
      key: String(index),
      name: label ?? `[${index}]`,
      href: pathOf(dagId, "runs", runId, "tasks", taskId, "mapped", String(index)),
      state: readState(state),
    }));
  });
}
