/** Commands that act on servers: of a home that speaks TLS, and elsewhere, signed in. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createContext } from "../context.ts";
import { homeAt, readServerFile, writeServerFile } from "../home.ts";
import { type Standalone, startStandalone } from "../presets/standalone.ts";
import { createProgram } from "../program.ts";

const DAG = `import { dag } from "momiji";
export default dag({ id: "etl" }, ({ task }) => void task("load", () => 1));
`;
const PASSWORD = "a long password of a test";
const folder = mkdtempSync(join(tmpdir(), "momiji-acting-"));
const home = join(folder, "home");
const flags = (more: readonly (readonly [string, string])[] = []) =>
  new Map<string, string | number>([["server.port", 0], ["logging.level", "error"], ...more]);
let server: Standalone;

beforeAll(async () => {
  mkdirSync(join(folder, "dags"));
  writeFileSync(join(folder, "dags", "etl.ts"), DAG);
  const env = { MOMIJI_ADMIN_PASSWORD: PASSWORD };
  server = await startStandalone({ home, folders: [join(folder, "dags")], flags: flags(), env });
  await Promise.all([server.loaded, server.firstPassword]);
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly printed: string;
  readonly warned: string;
}

/** A command of somebody who has no home here. */
async function momiji(env: { readonly [name: string]: string }, ...argv: readonly string[]): Promise<Ran> {
  let printed = "";
  let warned = "";
  const context = createContext({
    cwd: folder,
    env: { HOME: join(folder, "person"), ...env },
    print: (text) => void (printed += text),
    warn: (text) => void (warned += text),
  });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return { printed, warned };
}

const rows = ({ printed }: Ran): unknown => JSON.parse(printed);
const login = (...more: readonly string[]) =>
  momiji({}, "auth", "login", "--url", server.address, "-u", "admin", "-p", PASSWORD, ...more);

test("who signs in acts there by the name of the environment, until signing out", async () => {
  const { printed } = await login("--env", "tests");
  expect(printed).toBe(
    `Signed in at ${server.address} as admin; commands act there with --env tests, or with MOMIJI_ENV=tests\n`,
  );
  const file = join(folder, "person", ".config", "momiji", "environments", "tests.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).not.toContain(PASSWORD);
  expect(rows(await momiji({}, "auth", "list-envs", "-o", "json"))).toEqual([
    { env: "tests", url: server.address, username: "admin" },
  ]);
  const who = { username: "admin", roles: "Admin", how: "token", server: server.address };
  expect(rows(await momiji({}, "auth", "whoami", "--env", "tests", "-o", "json"))).toEqual([who]);
  expect(rows(await momiji({ MOMIJI_ENV: "tests" }, "dags", "pause", "etl", "-o", "json"))).toMatchObject([
    { dag_id: "etl", is_paused: true },
  ]);
  await momiji({}, "variables", "set", "greeting", "hello", "--env", "tests");
  expect((await momiji({}, "pools", "list", "--url", server.address)).printed).toContain("default_pool");
  const { token } = JSON.parse(readFileSync(file, "utf8")) as { token: string };
  expect((await momiji({}, "auth", "logout", "--env", "tests")).printed).toBe(`Signed out at ${server.address}\n`);
  expect(existsSync(file)).toBe(false);
  const late = momiji({ MOMIJI_URL: server.address, MOMIJI_TOKEN: token }, "dags", "pause", "etl");
  await expect(late).rejects.toMatchObject({ code: "not_signed_in", exitCode: 8 });
});

test("a token that is brought along is used, kept, and only forgotten", async () => {
  await login("--env", "first");
  const kept = join(folder, "person", ".config", "momiji", "environments");
  const { token } = JSON.parse(readFileSync(join(kept, "first.json"), "utf8")) as { token: string };
  const there = { MOMIJI_URL: `${server.address}/`, MOMIJI_TOKEN: token };
  expect(rows(await momiji(there, "dags", "unpause", "etl", "-o", "json"))).toMatchObject([{ is_paused: false }]);
  await momiji(there, "auth", "login", "--env", "second");
  expect((await momiji({}, "auth", "logout", "--env", "second")).printed).toContain("is still good");
  expect(rows(await momiji(there, "auth", "whoami", "-o", "json"))).toMatchObject([{ username: "admin" }]);
});

test("who is not signed in, gives a wrong password, or names two places is told what to do", async () => {
  const refused = (env: { readonly [name: string]: string }, ...argv: readonly string[]) => ({
    toMatchObject: (error: object) => expect(momiji(env, ...argv)).rejects.toMatchObject(error),
  });
  const pause = ["dags", "pause", "etl"];
  await refused({ HOME: folder }, ...pause, "--url", server.address).toMatchObject({
    code: "not_signed_in",
    remedy: `momiji auth login --url ${server.address}`,
  });
  await refused({ MOMIJI_ENV: "none" }, ...pause).toMatchObject({ code: "not_signed_in" });
  await refused({}, ...pause, "--env", "../../x").toMatchObject({ code: "usage" });
  await refused({}, ...pause, "--env", "a", "--home", home).toMatchObject({ code: "usage" });
  await refused({}, ...pause, "--url", "https://me:secret@momiji.example.com").toMatchObject({ code: "usage" });
  await refused({}, "auth", "login", "--url", server.address, "-u", "admin", "-p", "wrong").toMatchObject({
    code: "refused",
    message: "Invalid credentials",
  });
  await refused({ MOMIJI_TOKEN: "t" }, ...pause, "--url", "http://127.0.0.1:9").toMatchObject({ code: "no_server" });
  const token = { MOMIJI_URL: server.address, MOMIJI_TOKEN: "t" };
  await refused(token, "dags", "list").toMatchObject({ code: "not_signed_in" });
  await refused(token, "db", "check").toMatchObject({ code: "usage" });
  expect((await momiji(token, "dags", "list", "--home", home)).printed).toContain("etl");
});

/** A certificate of an authority of its own, that names another host than the machine, as those of servers do. */
function certificate(name: string): { readonly cert: string; readonly key: string } {
  const at = (end: string): string => join(folder, `${name}.${end}`);
  const openssl = (...argv: readonly string[]): void => void execFileSync("openssl", argv, { stdio: "ignore" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout"];
  openssl("req", "-x509", ...key, at("ca.key"), "-out", at("ca"), "-subj", `/CN=authority of ${name}`);
  openssl("req", "-new", ...key, at("key"), "-out", at("csr"), "-subj", `/CN=${name}`);
  openssl(
    "x509",
    "-req",
    "-in",
    at("csr"),
    "-CA",
    at("ca"),
    "-CAkey",
    at("ca.key"),
    "-CAcreateserial",
    "-out",
    at("pem"),
  );
  return { cert: at("pem"), key: at("key") };
}

test("the commands of a home know its server by its very certificate, and send no other one anything", async () => {
  const own = certificate("momiji.example.com");
  const secured = join(folder, "secured");
  const tls = [["server.tlsCert", own.cert] as const, ["server.tlsKey", own.key] as const];
  const started = await startStandalone({ home: secured, folders: [join(folder, "dags")], flags: flags(tls), env: {} });
  onTestFinished(() => started.stop());
  await started.loaded;
  expect(started.address).toMatch(/^https:/);
  expect(rows(await momiji({}, "dags", "unpause", "etl", "--home", secured, "-o", "json"))).toMatchObject([
    { is_paused: false },
  ]);
  expect((await momiji({ MOMIJI_HOME: secured }, "pools", "set", "tiny", "1")).printed).toContain("tiny");
  await momiji({ MOMIJI_HOME: secured }, "pools", "delete", "tiny");

  const other = certificate("elsewhere.example.com");
  let asked = 0;
  const impostor = createServer({ cert: readFileSync(other.cert), key: readFileSync(other.key) }, () => void asked++);
  await new Promise<void>((resolve) => impostor.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void impostor.close());
  const fake = homeAt(join(folder, "fake"));
  mkdirSync(fake.folder);
  const info = readServerFile(homeAt(secured));
  if (info === null) throw new Error("the server left no file");
  writeServerFile(fake, { ...info, address: `https://127.0.0.1:${(impostor.address() as AddressInfo).port}` });
  const misled = momiji({}, "dags", "pause", "etl", "--home", fake.folder);
  await expect(misled).rejects.toMatchObject({ code: "no_server" });
  expect(asked).toBe(0);
});
