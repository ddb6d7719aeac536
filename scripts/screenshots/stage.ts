/** A server with something to show on every page. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, fetchToken, withToken } from "@momiji/client";
import { startStandalone } from "momiji/standalone";

export const PASSWORD = "a password for pictures";

const BROKEN =
  'import { dag } from "momiji";\n\nexport default dag({ id: "prices", schedule: "61 3 * * *" }, () => {});\n';

const GOOD_RUNS = 6;

export interface Shown {
  readonly address: string;
  /** A server on which nothing has happened yet; empty: it was not asked for. */
  readonly emptyAddress: string;
  readonly failedRun: string;
  readonly mappedRun: string;
  readonly waitingRun: string;
  readonly askingRun: string;
  /** One task runs, one waits to be tried again. */
  readonly runningRun: string;
  readonly backfillId: number;
  readonly assetId: number;
  stop(): Promise<void>;
}

export async function openStage({ withEmpty }: { readonly withEmpty: boolean }): Promise<Shown> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-screenshots-"));
  const dags = join(folder, "dags");
  cpSync(join(import.meta.dirname, "dags"), dags, { recursive: true });
  cpSync(join(import.meta.dirname, "..", "..", "examples"), join(dags, "examples"), { recursive: true });
  writeFileSync(join(dags, "broken.ts"), BROKEN);
  const server = await serverOf(join(folder, "home"), dags);
  const nothing = join(folder, "no-dags");
  mkdirSync(nothing);
  const empty = withEmpty ? await serverOf(join(folder, "empty-home"), nothing) : null;
  const token = await fetchToken(server.address, { username: "admin", password: PASSWORD });
  const client = createClient({ baseUrl: server.address, signIn: withToken(token) });
  await makeThings(client);
  for (const dagId of await server.dagIds()) if (dagId !== "old_numbers") await server.setPaused(dagId, false);
  const ended = async (dagId: string, conf = {}): Promise<string> => {
    const { runId, ended } = await server.trigger(dagId, conf);
    await ended;
    return runId;
  };
  for (let count = 0; count < GOOD_RUNS; count++) await ended("nightly_report");
  const failedRun = await ended("nightly_report", { broken: "yes" });
  await ended("receive_orders");
  const mappedRun = await ended("resize_images");
  const { runId: askingRun } = await server.trigger("publish_prices");
  const { runId: waitingRun } = await server.trigger("year_end");
  const { runId: runningRun } = await server.trigger("sync_customers");
  for (const dagId of ["hello", "task_groups", "mapped_tasks", "branching"]) await ended(dagId);
  const body = { dag_id: "nightly_report", from_date: "2026-11-03T00:00:00Z", to_date: "2026-11-08T00:00:00Z" };
  const { id: backfillId } = await client.post("/api/v2/backfills", { body });
  const { assets } = await client.get("/api/v2/assets", { params: { query: { name_pattern: "orders" } } });
  return {
    address: server.address,
    emptyAddress: empty?.address ?? "",
    failedRun,
    mappedRun,
    waitingRun,
    askingRun,
    runningRun,
    backfillId,
    assetId: assets[0]?.id ?? 0,
    stop: async () => {
      await Promise.all([server.stop(), empty?.stop()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function serverOf(home: string, dags: string) {
  const server = await startStandalone({
    home,
    folders: [dags],
    flags: new Map<string, string | number>([
      ["server.port", 0],
      ["logging.level", "error"],
    ]),
    env: { ...process.env, MOMIJI_ADMIN_PASSWORD: PASSWORD },
  });
  await server.loaded;
  return server;
}

async function makeThings(client: ReturnType<typeof createClient>): Promise<void> {
  await client.post("/api/v2/pools", { body: { name: "ledger", slots: 0 } });
  await client.post("/api/v2/variables", { body: { key: "region", value: "tokyo", description: "Where the shop is" } });
  const connection = { connection_id: "warehouse", conn_type: "postgres", host: "db.example", login: "report" };
  await client.post("/api/v2/connections", { body: { ...connection, password: "hidden" } });
}
