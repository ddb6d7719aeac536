import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { createProgram } from "../program.ts";

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "momiji-settings-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one command on the home of this test, and gives what it printed. */
async function momiji(...argv: readonly string[]): Promise<string> {
  return momijiIn({}, ...argv);
}

async function momijiIn(env: { readonly [name: string]: string }, ...argv: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  const context = createContext({
    cwd: folder,
    env: { MOMIJI_HOME: join(folder, "home"), ...env },
    print,
    warn: print,
  });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe("variables", () => {
  test("are set, read, listed and removed without a server", async () => {
    await momiji("variables", "set", "greeting", "hello", "--description", "a word");
    await momiji("variables", "set", "greeting", "bye", "--description", "a word");
    await momiji("variables", "set", "numbers", "[1, 2]", "--json");
    expect(await momiji("variables", "get", "greeting")).toBe("bye\n");
    expect(JSON.parse(await momiji("variables", "get", "numbers", "-j"))).toEqual([1, 2]);
    expect(JSON.parse(await momiji("variables", "list", "-o", "json", "--show-values"))).toEqual([
      { key: "greeting", description: "a word", value: "bye" },
      { key: "numbers", description: null, value: "[1, 2]" },
    ]);
    expect(await momiji("variables", "list")).not.toContain("bye");
    await momiji("variables", "delete", "greeting");
    await expect(momiji("variables", "get", "greeting")).rejects.toMatchObject({ code: "not_found" });
    expect(await momiji("variables", "get", "greeting", "-d", "none")).toBe("none\n");
    await expect(momiji("variables", "delete", "greeting")).rejects.toMatchObject({ code: "not_found" });
  });

  test("of the environment go before those of the store", async () => {
    await momiji("variables", "set", "greeting", "stored");
    expect(await momijiIn({ AIRFLOW_VAR_GREETING: "outside" }, "variables", "get", "greeting")).toBe("outside\n");
  });

  test("go to a file and come back", async () => {
    const content = { a: "text", b: { value: [1, { c: null }], description: "d" }, e: { f: 1 }, n: 3 };
    expect(await momiji("variables", "import", file("in.json", JSON.stringify(content)))).toBe(
      "4 of 4 variables were written\n",
    );
    expect(JSON.parse(await momiji("variables", "export", "-"))).toEqual(content);
    await momiji("variables", "export", "out.yaml");
    expect(statSync(join(folder, "out.yaml")).mode & 0o777).toBe(0o600);
    await momiji("variables", "import", "out.yaml");
    expect(JSON.parse(await momiji("variables", "export", "-"))).toEqual(content);
  });

  test("of a file replace what is there, are passed over, or are refused, as is asked", async () => {
    await momiji("variables", "set", "a", "old");
    const input = file("in.json", '{"a": "new", "b": "new"}');
    expect(await momiji("variables", "import", input, "-a", "skip")).toBe("1 of 2 variables were written\n");
    expect(await momiji("variables", "get", "a")).toBe("old\n");
    await expect(momiji("variables", "import", input, "-a", "fail")).rejects.toMatchObject({ code: "refused" });
    await momiji("variables", "import", input);
    expect(await momiji("variables", "get", "a")).toBe("new\n");
  });
});

describe("connections", () => {
  test("are added as a URI, as JSON and by fields, and shown in the clear to whoever holds the keys", async () => {
    await momiji("connections", "add", "pg", "--conn-uri", "postgresql://u:p%40ss@db:5432/sales?sslmode=require");
    await momiji(
      "connections",
      "add",
      "api",
      "--conn-json",
      '{"conn_type": "http", "host": "h", "extra": {"api_key": "k"}}',
    );
    await momiji("connections", "add", "box", "--conn-type", "ssh", "--conn-host", "h", "--conn-port", "22");
    expect(JSON.parse(await momiji("connections", "get", "pg", "-o", "json"))).toEqual([
      {
        conn_id: "pg",
        conn_type: "postgres",
        description: null,
        host: "db",
        login: "u",
        password: "p@ss",
        schema: "sales",
        port: 5432,
        extra: { sslmode: "require" },
        get_uri: "postgres://u:p%40ss@db:5432/sales?sslmode=require",
      },
    ]);
    const hidden = await momiji("connections", "list", "--show-values", "--hide-sensitive", "-o", "json");
    expect(hidden).not.toMatch(/p@ss|"k"/);
    expect(await momiji("connections", "list")).toMatch(/api +\| http/);
    await expect(momiji("connections", "add", "pg", "--conn-uri", "http://h")).rejects.toMatchObject({
      code: "refused",
    });
  });

  test.each([
    [["--conn-uri", "http://h", "--conn-type", "http"], "exactly one"],
    [["--conn-uri", "nonsense:secret"], "expected a URI"],
    [["--conn-type", "ssh", "--conn-port", "many"], "port must be a whole number"],
  ])("%j is refused, and its secrets are not repeated", async (options, message) => {
    const refused = momiji("connections", "add", "c", ...options);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow("secret");
  });

  test.each(["out.json", "out.yaml", "out.env"])("go to %s and come back", async (name) => {
    await momiji("connections", "add", "pg", "--conn-uri", "postgres://u:p%40ss@db/sales?a=b%3Dc");
    await momiji("connections", "add", "aws", "--conn-type", "aws", "--conn-extra", '{"n": {"deep": [1]}}');
    await momiji("connections", "export", name);
    const before = await momiji("connections", "list", "--show-values", "-o", "json");
    await momiji("connections", "delete", "pg");
    expect(await momiji("connections", "import", name)).toBe("1 of 2 connections were written\n");
    expect(await momiji("connections", "list", "--show-values", "-o", "json")).toBe(before);
  });
});

describe("pools", () => {
  test("are made, changed, listed, exported, imported and removed", async () => {
    await momiji("pools", "set", "api", "2", "two at once", "--include-deferred");
    await momiji("pools", "set", "api", "3", "three", "--include-deferred");
    expect(JSON.parse(await momiji("pools", "get", "api", "-o", "json"))).toMatchObject([
      { pool: "api", slots: 3, description: "three", include_deferred: true, open_slots: 3 },
    ]);
    const exported = JSON.parse(await momiji("pools", "export", "-")) as object;
    expect(exported).toMatchObject({ api: { slots: 3 }, default_pool: { slots: 128 } });
    await momiji("pools", "delete", "api");
    await momiji("pools", "import", file("pools.json", JSON.stringify(exported)));
    expect(await momiji("pools", "list")).toMatch(/api +\| 3 +\| three/);
    await expect(momiji("pools", "delete", "default_pool")).rejects.toThrow("can't be deleted");
    await expect(momiji("pools", "set", "x", "-2")).rejects.toThrow();
  });
});

describe("keys", () => {
  const keyFile = (): string => join(folder, "home", "secret.keys");

  test("are made in the home for its owner alone, and no secret stands in the store in the clear", async () => {
    await momiji("connections", "add", "c", "--conn-uri", "http://u:correct-horse@h");
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    for (const suffix of ["", "-wal"]) {
      const bytes = readIfThere(join(folder, "home", `momiji.db${suffix}`));
      expect(bytes).not.toContain("correct-horse");
    }
  });

  test("are rotated: a new one encrypts, the old ones are not needed any more", async () => {
    await momiji("variables", "set", "a", "secret a");
    const [, old] = readFileSync(keyFile(), "utf8").split("\n");
    expect(await momiji("rotate-keys", "--new-key")).toMatch(/^1 secrets were encrypted anew[^]*Nothing needs the key/);
    const keys = readFileSync(keyFile(), "utf8").split("\n");
    expect(keys[2]).toBe(old);
    writeFileSync(keyFile(), `${keys[1]}\n`);
    expect(await momiji("variables", "get", "a")).toBe("secret a\n");
  });

  test("that are missing are named together with what they would open", async () => {
    await momiji("variables", "set", "a", "secret a");
    rmSync(keyFile());
    await expect(momiji("variables", "get", "a")).rejects.toThrow(
      /The variable `a` is encrypted with the key [0-9a-f]{12}, which is not in the key ring/,
    );
    await expect(momiji("rotate-keys")).rejects.toThrow("1 secrets cannot be read");
    expect(await momiji("variables", "list")).toContain("is encrypted with the key");
  });

  test("of the settings go before the file, and a bad one is not repeated", async () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    await momijiIn({ MOMIJI__CORE__SECRET_KEYS: key }, "variables", "set", "a", "x");
    await expect(momiji("variables", "get", "a")).rejects.toThrow("not in the key ring");
    expect(await momijiIn({ MOMIJI__CORE__SECRET_KEYS: key }, "variables", "get", "a")).toBe("x\n");
    const bad = momijiIn({ MOMIJI__CORE__SECRET_KEYS: "hunter2" }, "variables", "get", "a");
    await expect(bad).rejects.toThrow(/core\.secretKeys: key 1 of the ring is not 32 bytes/);
    await expect(bad).rejects.not.toThrow("hunter2");
  });
});

function readIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? "" : readFileSync(path, "latin1");
}

describe("a test of a connection", () => {
  const enabled = { MOMIJI__CORE__TEST_CONNECTION: "enabled" };

  test("is made only where it is enabled", async () => {
    await momiji("connections", "add", "here", "--conn-type", "fs", "--conn-extra", JSON.stringify({ path: folder }));
    await expect(momiji("connections", "test", "here")).rejects.toThrow("testing connections is disabled");
    expect(await momijiIn(enabled, "connections", "test", "here")).toBe(
      `Connection here works: ${folder} is a folder\n`,
    );
  });

  test("finds connections where tasks do, and says why one does not work without its secrets", async () => {
    const env = { ...enabled, MOMIJI_CONN_API: "http://me:s3cr3t-pw@127.0.0.1:1/?path=x" };
    await expect(momijiIn(env, "connections", "test", "api")).rejects.toThrow(/api does not work: .*127\.0\.0\.1:1/);
    const path = { ...enabled, MOMIJI_CONN_P: '{"conn_type": "fs", "password": "s3cr3t-pw", "host": "/no/s3cr3t-pw"}' };
    await expect(momijiIn(path, "connections", "test", "p")).rejects.toThrow("/no/*** is not there");
    await expect(momijiIn(enabled, "connections", "test", "nobody")).rejects.toMatchObject({ code: "not_found" });
  });

  test("of a type that has none says so", async () => {
    const env = { ...enabled, AIRFLOW_CONN_DB: "postgres://db" };
    await expect(momijiIn(env, "connections", "test", "db")).rejects.toThrow(
      'connections of type "postgres" cannot be tested; those of these types can: fs, http,',
    );
  });
});
