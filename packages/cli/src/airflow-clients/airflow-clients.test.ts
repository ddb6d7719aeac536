/**
 * Airflow's published clients against a server of ours, unchanged: the Python client and `airflowctl` (PyPI). Both hold what they
 * get against models made of Airflow's own OpenAPI document.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { newPlace, TestServer } from "../bad-input/server.testing.ts";

const run = promisify(execFile);
const PASSWORD = "the password of a test";

/** The folder with the programs of the clients: `.ci/api-clients.sh` prints it. */
const clients = process.env["MOMIJI_TEST_API_CLIENTS"] ?? "";
if (clients === "" && process.env["MOMIJI_TEST_ENGINES"] === "required")
  throw new Error("MOMIJI_TEST_API_CLIENTS is not set, and MOMIJI_TEST_ENGINES says that it must be");
const note = clients === "" ? " (not run: MOMIJI_TEST_API_CLIENTS is not set)" : "";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "nightly", schedule: "@daily", startDate: "2026-01-01", catchup: false, tags: ["client"], maxActiveRuns: 4 },
  ({ task }) => {
    const extract = bash("extract", { command: "echo hello {{ dag_run.conf.get('user', 'nobody') }}" });
    extract.before(task("load", async () => ({ rows: 3 })));
  },
);
`;
const OTHER = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "other", tags: ["client"] }, () => void empty("nothing"));
`;

async function served(): Promise<{ readonly server: TestServer; readonly address: string }> {
  const settings = { MOMIJI_ADMIN_PASSWORD: PASSWORD, MOMIJI__SERVER__EXPOSECONFIG: "true" };
  const place = newPlace({ "nightly.ts": NIGHTLY, "other.ts": OTHER });
  const server = await new TestServer(place, { settings }).loaded();
  return { server, address: server.address };
}

describe.runIf(clients !== "")(`Airflow's clients${note}`, { timeout: 120_000 }, () => {
  it("the Python client lists, triggers, follows, reads logs, clears, backfills and keeps settings", async () => {
    const { address } = await served();
    const script = join(import.meta.dirname, "use_python_client.py");
    const { stdout } = await run(join(clients, "python"), [script, address, "admin", PASSWORD]);
    const ended = JSON.parse(stdout) as { readonly [use: string]: string | null };
    expect(Object.entries(ended).filter(([, trouble]) => trouble !== null)).toEqual([]);
    expect(Object.keys(ended)).toHaveLength(12);
  });

  it("airflowctl signs in, lists, triggers, follows and keeps settings", async () => {
    const { server, address } = await served();
    // Without a key ring of a desktop it keeps its token in a file in this mode.
    const env = { ...process.env, AIRFLOW_HOME: server.place.folder, AIRFLOW_CLI_DEBUG_MODE: "true" };
    const ctl = async (...words: string[]): Promise<string> =>
      (await run(join(clients, "airflowctl"), words, { env })).stdout;
    const json = async (...words: string[]): Promise<unknown> => JSON.parse(await ctl(...words, "--output", "json"));

    await ctl("auth", "login", "--api-url", address, "--username", "admin", "--password", PASSWORD);
    expect(await json("dags", "list")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ dag_id: "nightly" }),
        expect.objectContaining({ dag_id: "other" }),
      ]),
    );
    await ctl("dags", "unpause", "nightly");
    await ctl("dags", "trigger", "nightly", "--dag-run-id", "by_ctl");
    expect(await server.endOf("nightly", "by_ctl")).toBe("success");
    expect(
      JSON.stringify(await json("dagrun", "list", "--dag-id", "nightly", "--state", "success", "--limit", "10")),
    ).toContain("by_ctl");
    await ctl("pools", "create", "--name", "narrow", "--slots", "2");
    expect(JSON.stringify(await json("pools", "list"))).toContain("narrow");
    await ctl("variables", "create", "--key", "greeting", "--value", "hello");
    expect(JSON.stringify(await json("variables", "get", "greeting"))).toContain("hello");
    await ctl("connections", "create", "--connection-id", "db", "--conn-type", "postgres", "--host", "db.example");
    expect(JSON.stringify(await json("connections", "list"))).toContain("db.example");
    await ctl("backfill", "create", "--dag-id", "nightly", "--from-date", "2026-01-01", "--to-date", "2026-01-02");
    expect(JSON.stringify(await json("backfill", "list", "nightly"))).toContain("2026-01-01");
  });
});
