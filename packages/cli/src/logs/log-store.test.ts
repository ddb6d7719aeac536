/** Logs in a store of one's own, through the whole engine: shipped, read back without the files, removed with their DAG. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../config/load-config.ts";
import { createContext } from "../context.ts";
import { startStandalone } from "../presets/standalone.ts";
import { createProgram } from "../program.ts";
import { openLogStore } from "./open-log-store.ts";

/** A file a part, all in one folder. */
const STORE = `
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
export default ({ folder }, { cwd }) => {
  const base = resolve(cwd, folder);
  const pathOf = (log) => join(base, encodeURIComponent(log));
  const records = (log) => {
    try {
      return readFileSync(pathOf(log), "utf8").trim().split("\\n").map((line) => JSON.parse(line));
    } catch {
      return [];
    }
  };
  return {
    name: "the shelf",
    async append(log, { text }) { appendFileSync(pathOf(log), text); },
    async end(log) { const seq = records(log).at(-1)?.seq; return seq === undefined ? null : { life: 0, seq }; },
    async *read(log, fromSeq) { yield records(log).filter(({ seq }) => seq >= fromSeq); },
    async remove(start) {
      const found = readdirSync(base).filter((name) => decodeURIComponent(name).startsWith(start));
      for (const name of found) rmSync(join(base, name));
      return found.length;
    },
    async removeBefore() { return 0; },
  };
};
`;

const DAG_FILE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "talks", isPausedUponCreation: false }, () => void bash("hello", { command: "echo hello" }));
`;

const folder = mkdtempSync(join(tmpdir(), "momiji-logs-"));
const home = join(folder, "home");
const shelf = join(folder, "shelf");
const env = {
  MOMIJI_HOME: home,
  MOMIJI__LOGS__STORE: "./store.mjs",
  MOMIJI__LOGS__STORE_KWARGS: JSON.stringify({ folder: "shelf" }),
};

beforeAll(() => {
  mkdirSync(join(folder, "dags"));
  mkdirSync(shelf);
  writeFileSync(join(folder, "dags", "talks.ts"), DAG_FILE);
  writeFileSync(join(folder, "store.mjs"), STORE);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function momiji(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  await createProgram(createContext({ cwd: folder, env, print, warn: print })).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

test("what a task says is shipped, read without the files of the home, and removed with its DAG", async () => {
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  const server = await startStandalone({ home, folders: [join(folder, "dags")], flags, cwd: folder, env });
  await server.loaded;
  const { runId, ended } = await server.trigger("talks");
  await ended;
  await server.stop();
  expect(readdirSync(shelf).map(decodeURIComponent)).toEqual([
    `dag_id=talks/run_id=${runId}/task_id=hello/attempt=1.log`,
  ]);
  expect(readdirSync(join(home, "log-notes"))).toEqual([]);
  const here = await momiji("tasks", "logs", "talks", runId, "hello", "-o", "json");
  rmSync(join(home, "logs"), { recursive: true });
  expect(await momiji("tasks", "logs", "talks", runId, "hello", "-o", "json")).toBe(here);
  expect(await momiji("tasks", "logs", "talks", runId, "hello", "--follow")).toContain("{stdout} hello\n");
  rmSync(join(folder, "dags", "talks.ts"));
  await momiji("dags", "delete", "talks", "--yes");
  expect(readdirSync(shelf)).toEqual([]);
});

test.each<[string, string, string, RegExp]>([
  ["is not there", "./none.mjs", "{}", /^logs\.store \.\/none\.mjs: it cannot be loaded: /],
  ["is none", "./odd.mjs", "{}", /^logs\.store \.\/odd\.mjs: what its function returned has no append\(\)$/],
  ["throws", "./throws.mjs", "{}", /it could not be opened: no bucket/],
  ["gets no object", "./store.mjs", "[1]", /^logs\.storeKwargs must be a JSON object$/],
])("a store that %s is refused when it is opened", async (...[_, store, kwargs, message]) => {
  writeFileSync(join(folder, "odd.mjs"), "export default () => ({ name: 1 });");
  writeFileSync(join(folder, "throws.mjs"), 'export default () => { throw new Error("no bucket"); };');
  const wrong = { MOMIJI__LOGS__STORE: store, MOMIJI__LOGS__STORE_KWARGS: kwargs };
  const { config } = await loadConfig({ cwd: folder, env: wrong, flags: new Map() });
  await expect(openLogStore(config, folder)).rejects.toThrow(message);
});
