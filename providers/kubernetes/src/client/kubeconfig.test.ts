import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { accessOf, kubeconfigFile } from "./kubeconfig.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-kubeconfig-"));
afterAll(() => rmSync(folder, { recursive: true }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const source = (text: string) => ({ name: "the kubeconfig config", text, folder });

const TWO = `
current-context: prod
clusters:
  - { name: eu, cluster: { server: "https://eu:6443", certificate-authority-data: ${base64("authority")}, tls-server-name: api, proxy-url: "http://proxy:3128" } }
  - { name: local, cluster: { server: "http://127.0.0.1:8001", insecure-skip-tls-verify: true } }
users:
  - { name: robot, user: { token: secret, as: someone, as-groups: [team] } }
  - { name: cert, user: { client-certificate-data: ${base64("cert")}, client-key-data: ${base64("key")} } }
  - { name: file, user: { tokenFile: token } }
contexts:
  - { name: prod, context: { cluster: eu, user: robot, namespace: jobs } }
  - { name: dev, context: { cluster: local, user: cert } }
  - { name: files, context: { cluster: local, user: file } }
`;

it("takes the current context, or the one that is named", async () => {
  const access = await accessOf([source(TWO)]);
  expect(access).toMatchObject({
    server: "https://eu:6443",
    ca: "authority",
    serverName: "api",
    proxy: "http://proxy:3128",
    namespace: "jobs",
    impersonate: { user: "someone", groups: ["team"] },
  });
  expect(await access.credentials()).toEqual({ token: "secret" });
  const dev = await accessOf([source(TWO)], "dev");
  expect(dev).toMatchObject({ server: "http://127.0.0.1:8001", skipTlsVerify: true, namespace: "default" });
  expect(await dev.credentials()).toEqual({ cert: "cert", key: "key" });
});

it("reads a token from its file each time, since others renew it", async () => {
  const access = await accessOf([source(TWO)], "files");
  for (const token of ["first", "second"]) {
    writeFileSync(join(folder, "token"), `${token}\n`);
    expect(await access.credentials()).toEqual({ token });
  }
});

it("merges files: what the first one says of a name counts", async () => {
  const more = "current-context: other\ncontexts: [{ name: other, context: { cluster: eu, user: robot } }]";
  expect((await accessOf([source(more), source(TWO)])).server).toBe("https://eu:6443");
});

it.each([
  ["contexts: []", undefined, /has no current context/],
  [TWO, "nosuch", /there is no context nosuch; there are: prod, dev, files/],
  [
    "current-context: a\ncontexts: [{ name: a, context: { cluster: b } }]",
    undefined,
    /there is no cluster b; there are: none/,
  ],
  ["just text", undefined, /is no kubeconfig/],
] as const)("says what is wrong", async (text, context, words) => {
  await expect(accessOf([source(text)], context)).rejects.toThrow(words);
});

it("says that a file cannot be read", async () => {
  await expect(kubeconfigFile(join(folder, "nosuch"))).rejects.toThrow(/cannot be read: ENOENT/);
});

it("asks a plugin once, and again when its answer was refused; says what it said when it fails", async () => {
  const plugin = join(folder, "plugin");
  writeFileSync(
    plugin,
    `#!/bin/sh\necho x >> ${folder}/calls\necho "{\\"status\\": {\\"token\\": \\"t$(wc -l < ${folder}/calls | tr -d ' ')\\"}}"\n`,
  );
  chmodSync(plugin, 0o755);
  const config = (command: string): string =>
    `current-context: a\nclusters: [{ name: c, cluster: { server: "https://c" } }]\nusers: [{ name: u, user: { exec: { command: "${command}", installHint: "install it" } } }]\ncontexts: [{ name: a, context: { cluster: c, user: u } }]`;
  const { credentials } = await accessOf([source(config("./plugin"))]);
  expect([await credentials(), await credentials(), await credentials(true)]).toEqual([
    { token: "t1" },
    { token: "t1" },
    { token: "t2" },
  ]);
  const failing = await accessOf([source(config("nosuch-plugin"))]);
  await expect(failing.credentials()).rejects.toThrow(/nosuch-plugin gave no credentials: .*install it/);
});
