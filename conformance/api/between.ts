/** What was done between the recorded requests: by requests that are in another file, and by the time that passed. */
import type { RealServer } from "./real-server.ts";

/** Before the request of that number. */
export const BEFORE: { readonly [seq: number]: (server: RealServer) => Promise<void> } = {
  67: async (server) => {
    await unpause(server, "branching", "mapped", "with_params");
    await settled(server, "linear", "scheduled");
  },
  99: async (server) => {
    await trigger(server, "branching", { dag_run_id: "b1", logical_date: "2026-03-01T00:00:00Z" });
    await trigger(server, "mapped", { dag_run_id: "m1", logical_date: "2026-03-07T00:00:00Z" });
    for (const dagId of ["linear", "failing", "branching", "mapped", "with_params"]) await settled(server, dagId);
  },
  // What was marked lets others run: they are given the time, so that each replay finds the same.
  162: (server) => settled(server, "failing"),
  171: (server) => settled(server, "failing"),
  229: async (server) => {
    await trigger(server, "asset_producer", { dag_run_id: "ap1", logical_date: null });
    await settled(server, "asset_producer");
    await settled(server, "asset_consumer", "asset_triggered");
  },
  242: async (server) => {
    await settled(server, "asset_producer");
    await settled(server, "asset_consumer", "asset_triggered");
  },
  273: (server) => settled(server, "linear"),
  // Where its file is still there a deleted DAG comes back with the next look at it, here as there.
  277: async (server) => {
    server.remove("asset-both.ts");
    await until(server, "/api/v2/dags/asset_both", ({ is_stale: isStale }) => isStale === true);
  },
};

export async function unpause(server: RealServer, ...dagIds: readonly string[]): Promise<void> {
  for (const dagId of dagIds) {
    await server.ask({ method: "PATCH", path: `/api/v2/dags/${dagId}`, body: { is_paused: false }, as: "admin" });
  }
}

export async function trigger(server: RealServer, dagId: string, body: object): Promise<void> {
  const { status, text } = await server.ask({
    method: "POST",
    path: `/api/v2/dags/${dagId}/dagRuns`,
    body,
    as: "admin",
  });
  if (status >= 400) throw new Error(`${dagId} could not be triggered: ${status} ${text}`);
}

const PATIENCE_MILLIS = 60_000;
const PAUSE_MILLIS = 50;
/** A run of the file that is to start in five years. */
const LATER = "later";

async function until(
  server: RealServer,
  path: string,
  isWanted: (answer: { readonly [name: string]: unknown }) => boolean,
): Promise<void> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MILLIS;) {
    const { text } = await server.ask({ method: "GET", path, as: "admin" });
    if (isWanted(JSON.parse(text) as { readonly [name: string]: unknown })) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  throw new Error(`${path} did not become what was waited for in ${PATIENCE_MILLIS / 1000} s`);
}

/** Waits until no run of the DAG is under way, and there is one of that type, if one is named. */
export async function settled(server: RealServer, dagId: string, runType?: string): Promise<void> {
  for (const start = performance.now(); performance.now() - start < PATIENCE_MILLIS;) {
    const { text } = await server.ask({ method: "GET", path: `/api/v2/dags/${dagId}/dagRuns`, as: "admin" });
    const { dag_runs: runs } = JSON.parse(text) as {
      readonly dag_runs: readonly { readonly dag_run_id: string; readonly state: string; readonly run_type: string }[];
    };
    const isDone = runs.every(({ dag_run_id: id, state }) => id === LATER || state === "success" || state === "failed");
    if (isDone && (runType === undefined || runs.some(({ run_type: type }) => type === runType))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  throw new Error(`runs of ${dagId} did not come to their end in ${PATIENCE_MILLIS / 1000} s`);
}
