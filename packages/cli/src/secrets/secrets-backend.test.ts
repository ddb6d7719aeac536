import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "@momiji/api";
import { type Clock, type ConnectionRecord, parseConnectionText, SECOND } from "@momiji/core";
import type { SecretsBackend } from "@momiji/sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadConfig } from "../config/load-config.ts";
import { openSettings } from "../presets/settings-places.ts";
import { backendPlace } from "./backend-place.ts";
import { openBackend } from "./open-backend.ts";

let cwd = "";
let now = 0;
let timers: (() => void)[] = [];
const clock: Clock = {
  now: () => now,
  setTimer: (_at, callback) => {
    timers.push(callback);
    return () => (timers = timers.filter((each) => each !== callback));
  },
};

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "momiji-secrets-"));
  now = 0;
  timers = [];
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function configOf(backend: string, kwargs: object = {}) {
  const env = { MOMIJI__SECRETS__BACKEND: backend, MOMIJI__SECRETS__BACKEND_KWARGS: JSON.stringify(kwargs) };
  return (await loadConfig({ cwd, env, flags: new Map() })).config;
}

const STORED: Settings = {
  variable: async (key) => (key === "nobody" ? undefined : `stored ${key}`),
  connection: async (id) => parseConnectionText(id, "http://stored"),
};

/** The chain with this backend, and what it warned of. */
async function chain(backend: string, kwargs: object = {}) {
  const warnings: string[] = [];
  const env = { AIRFLOW_VAR_REGION: "of the environment", AIRFLOW_VAR_BOTH: "of the environment" };
  const parts = { cwd, env, stored: STORED, clock, warn: (message: string) => void warnings.push(message) };
  const { settings } = await openSettings({ ...parts, config: await configOf(backend, kwargs) });
  return { settings, warnings };
}

function write(name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

describe("a backend of local files", () => {
  test("answers before the environment, and the environment before the store", async () => {
    write("variables.json", '{ "both": "of the file", "rows": { "max": 3 } }');
    write(
      "connections.yaml",
      "db: postgres://etl:s3cret@db:5432/sales\napi:\n  conn_type: http\n  host: api.example\n",
    );
    const files = { variables_file_path: "variables.json", connections_file_path: "connections.yaml" };
    const { settings, warnings } = await chain("local-filesystem", files);
    expect(await settings.variable("both")).toBe("of the file");
    expect(await settings.variable("rows")).toBe('{"max": 3}');
    expect(await settings.variable("region")).toBe("of the environment");
    expect(await settings.variable("other")).toBe("stored other");
    expect(await settings.variable("nobody")).toBeUndefined();
    expect(await settings.connection("db")).toMatchObject({ type: "postgres", password: "s3cret", schema: "sales" });
    expect(await settings.connection("api")).toMatchObject({ type: "http", host: "api.example" });
    expect(await settings.connection("elsewhere")).toMatchObject({ host: "stored" });
    expect(warnings).toEqual([]);
    write("variables.json", '{ "both": "changed" }');
    expect(await settings.variable("both")).toBe("changed");
  });

  test("has .env files too, and Airflow's name for itself", async () => {
    write("v.env", "# a comment\nboth=one\n");
    const named = "airflow.secrets.local_filesystem.LocalFilesystemBackend";
    expect(await (await chain(named, { variables_file_path: "v.env" })).settings.variable("both")).toBe("one");
  });

  test("that cannot be read is named, without what stands in it, and the next place answers", async () => {
    write("variables.json", '{ "both": "s3cret" ');
    const { settings, warnings } = await chain("local-filesystem", { variables_file_path: "variables.json" });
    expect(await settings.variable("both")).toBe("of the environment");
    expect(warnings).toEqual([
      "secrets backend local-filesystem (variables.json) could not be asked for variable both, the next place is: variables.json: is not valid JSON",
    ]);
  });
});

describe("a backend of one's own", () => {
  test("is a module whose default export opens it", async () => {
    write(
      "vault.mjs",
      `export default ({ prefix }, { cwd }) => ({
        name: "vault",
        variable: async (key) => (key === "both" ? prefix + key : null),
        connection: async (id) => (id === "db" ? { conn_type: "mysql", host: "vaulted" } : undefined),
      });`,
    );
    const { settings } = await chain("./vault.mjs", { prefix: "vault/" });
    expect(await settings.variable("both")).toBe("vault/both");
    expect(await settings.variable("region")).toBe("of the environment");
    expect(await settings.connection("db")).toMatchObject({ type: "mysql", host: "vaulted" });
  });

  test.each<[string, string, object, RegExp]>([
    ["is not there", "./none.mjs", {}, /secrets\.backend \.\/none\.mjs: it cannot be loaded/],
    ["exports nothing", "./empty.mjs", {}, /must export a function as default/],
    ["is no backend", "./odd.mjs", {}, /neither variable\(key\) nor connection\(id\)/],
    ["throws", "./throws.mjs", {}, /it could not be opened: no token/],
    [
      "gets what it does not know",
      "local-filesystem",
      { file: "x" },
      /there is no file; known are variables_file_path/,
    ],
    ["gets nothing", "local-filesystem", {}, /one of variables_file_path and connections_file_path is needed/],
  ])("that %s is refused when it is opened", async (...[_, named, kwargs, message]) => {
    write("empty.mjs", "export const a = 1;");
    write("odd.mjs", "export default () => ({ get: 1 });");
    write("throws.mjs", 'export default () => { throw new Error("no token"); };');
    await expect(configOf(named, kwargs).then((config) => openBackend(config, cwd))).rejects.toThrow(message);
  });
});

describe("the place of a backend", () => {
  const made = (backend: Partial<SecretsBackend>, cacheTtlSeconds = 0) => {
    const warnings: string[] = [];
    const options = { clock, timeoutSeconds: 5, cacheTtlSeconds, warn: (text: string) => void warnings.push(text) };
    return { place: backendPlace({ name: "vault", ...backend }, options), warnings };
  };

  test("does not wait for ever", async () => {
    const { place, warnings } = made({ variable: () => new Promise(() => undefined) });
    const answer = place.variable("slow");
    for (const fire of timers) fire();
    expect(await answer).toBeUndefined();
    expect(warnings[0]).toMatch(/vault could not be asked for variable slow, .*: no answer within 5 s$/);
  });

  test("takes a connection that is none for one that could not be asked for", async () => {
    const { place, warnings } = made({ connection: async () => ({ conn_type: "http", hots: "x" }) });
    expect(await place.connection("api")).toBeUndefined();
    expect(warnings[0]).toContain("there is no field hots");
  });

  test("remembers answers as long as it was told to, also that there is none, but no failure", async () => {
    let asked = 0;
    const answers: (() => Promise<string | undefined>)[] = [
      async () => undefined,
      () => Promise.reject(new Error("down")),
      async () => "there",
    ];
    const { place } = made({ variable: () => (answers[asked++] as () => Promise<string | undefined>)() }, 60);
    expect([await place.variable("a"), await place.variable("a"), asked]).toEqual([undefined, undefined, 1]);
    now = 60 * SECOND;
    expect([await place.variable("a"), asked]).toEqual([undefined, 2]);
    expect([await place.variable("a"), asked]).toEqual(["there", 3]);
    expect([await place.variable("a"), asked]).toEqual(["there", 3]);
  });

  test("of only variables knows no connections", async () => {
    const { place, warnings } = made({ variable: async () => "x" });
    const none: ConnectionRecord | undefined = await place.connection("api");
    expect([none, warnings]).toEqual([undefined, []]);
  });
});
