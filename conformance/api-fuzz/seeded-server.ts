/** The server of the conformance with runs that have ended and things of every kind. */
import { settled, trigger, unpause } from "../api/between.ts";
import { type RealServer, startRealServer } from "../api/real-server.ts";

const DAGS = ["linear", "failing", "branching", "mapped", "with_params"];

export async function startSeededServer(): Promise<RealServer> {
  const server = await startRealServer();
  await unpause(server, ...DAGS);
  for (const dagId of DAGS) {
    await trigger(server, dagId, { dag_run_id: "r1", logical_date: "2026-03-01T00:00:00Z", note: "seeded" });
    await trigger(server, dagId, { dag_run_id: "spare", logical_date: null });
  }
  for (const dagId of DAGS) await settled(server, dagId);
  for (const [path, body] of THINGS) await server.ask({ method: "POST", path, body, as: "admin" });
  return server;
}

const backfill = { dag_id: "backfilled", from_date: "2026-01-03T00:00:00Z", to_date: "2026-01-05T00:00:00Z" };

const THINGS: readonly (readonly [path: string, body: object])[] = [
  ["/api/v2/variables", { key: "greeting", value: "hello" }],
  ["/api/v2/variables", { key: "spare", value: "goes" }],
  ["/api/v2/connections", { connection_id: "pg", conn_type: "postgres", host: "db", login: "u", password: "p" }],
  ["/api/v2/connections", { connection_id: "spare", conn_type: "http" }],
  ["/api/v2/pools", { name: "small", slots: 2 }],
  ["/api/v2/assets/events", { asset_id: 1, extra: { by: "hand" } }],
  ["/api/v2/backfills", backfill],
  ["/api/v2/dags/linear/favorite", {}],
  ["/api/v2/dags/linear/dagRuns/r1/taskInstances/extract/xcomEntries", { key: "mine", value: { x: [1, 2] } }],
];
