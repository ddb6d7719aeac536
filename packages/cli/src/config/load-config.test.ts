import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ConfigSources, loadConfig } from "./load-config.ts";

function sources(given: Partial<ConfigSources> & { file?: string; name?: string } = {}): ConfigSources {
  const cwd = mkdtempSync(join(tmpdir(), "momiji-config-"));
  if (given.file !== undefined) writeFileSync(join(cwd, given.name ?? "momiji.config.json"), given.file);
  return { cwd, env: given.env ?? {}, flags: given.flags ?? new Map() };
}

test("flags win over the environment, the environment over the file, the file over defaults, and each says where it came from", async () => {
  const file = JSON.stringify({ core: { parallelism: 4, catchupLimit: 5 }, server: { port: 1 } });
  const env = { MOMIJI__SERVER__PORT: "2", MOMIJI__CORE__CATCHUP_LIMIT: "6" };
  const { config, origins } = await loadConfig(sources({ file, env, flags: new Map([["server.port", 3]]) }));
  expect(config.core).toMatchObject({ parallelism: 4, catchupLimit: 6 });
  expect(config.server).toMatchObject({ host: "127.0.0.1", port: 3 });
  expect(Object.fromEntries(origins)).toMatchObject({
    "server.host": "default",
    "core.parallelism": "momiji.config.json",
    "core.catchupLimit": "MOMIJI__CORE__CATCHUP_LIMIT",
    "server.port": "flag",
  });
});

test("a TypeScript file exports its settings", async () => {
  const file = "const parallelism: number = 9;\nexport default { core: { parallelism } };\n";
  expect((await loadConfig(sources({ file, name: "momiji.config.mts" }))).config.core.parallelism).toBe(9);
});

test("of two files none is chosen without a word", async () => {
  const given = sources({ file: "{}" });
  writeFileSync(join(given.cwd, "momiji.config.ts"), "export default {};\n");
  await expect(loadConfig(given)).rejects.toThrow(
    `there are momiji.config.ts and momiji.config.json in ${given.cwd}; put all settings into one of them`,
  );
});

test.each([
  [
    "an unknown option offers the nearest",
    { env: { MOMIJI__CORE__PARALELISM: "3" } },
    /MOMIJI__CORE__PARALELISM: there is no option core\.paralelism; did you mean core\.parallelism\?/,
  ],
  [
    "an unknown section too",
    { file: '{ "sever": { "port": 1 } }' },
    /momiji\.config\.json: there is no section sever; did you mean server\?/,
  ],
  [
    "an unknown section with nothing in it",
    { file: '{ "kubernetes_executor": {} }' },
    /there is no section kubernetes_executor; there are core, server,/,
  ],
  [
    "a number that is none",
    { env: { MOMIJI__SERVER__PORT: "many" } },
    /server\.port must be a number, but "many" was given/,
  ],
  ["a number out of range", { flags: new Map([["server.port", 70_000]]) }, /flag: server\.port must be at most 65535/],
  ["a choice that is not there", { file: '{ "store": { "synchronous": "OFF" } }' }, /must be one of FULL, NORMAL/],
  ["a file that is no JSON", { file: "{" }, /momiji\.config\.json: could not be read/],
  ["a file that holds something else", { file: "[]" }, /must hold .* an object of sections/],
])("%s", async (_what, given, message) => {
  await expect(loadConfig(sources(given))).rejects.toThrow(message);
});

test("a secret is never repeated in an error", async () => {
  const file = JSON.stringify({ email: { password: 12_345 } });
  await expect(loadConfig(sources({ file }))).rejects.toThrow(/^(?!.*12345).*email\.password must be a text/);
});
