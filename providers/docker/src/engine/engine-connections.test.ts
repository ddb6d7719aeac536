/** Ways to a real engine other than its socket: TCP with TLS and client certificates, and ssh. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { createServer, type Server } from "node:tls";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerError } from "../docker-error.ts";
import { testJobContext } from "../job-context.testing.ts";
import { engineHost, engineNote, hasEngine } from "../real-engine.testing.ts";
import type { EngineParams } from "../run-params.ts";
import type { ContainerFacts } from "./engine-types.ts";
import { findEngine } from "./find-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-tls-"));
const file = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(file(name), "utf8");

/** An authority, and what it signs: `server` for 127.0.0.1, `client`. */
function makeCertificates(): void {
  const openssl = (...args: string[]): void =>
    void execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  for (const authority of ["ca", "other"])
    openssl(
      "req",
      "-x509",
      ...key,
      "-keyout",
      `${authority}.key`,
      "-out",
      `${authority}.pem`,
      "-subj",
      `/CN=${authority}`,
    );
  writeFileSync(file("server.ext"), "subjectAltName=IP:127.0.0.1");
  writeFileSync(file("client.ext"), "extendedKeyUsage=clientAuth");
  for (const name of ["server", "client"]) {
    openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", `${name}.ext`];
    openssl("x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`, ...by);
  }
}

/** Asks an engine for its containers. */
async function ask(params: EngineParams, extra: { readonly [name: string]: string } = {}): Promise<unknown> {
  const connection = { type: "docker", host: "127.0.0.1", port: extraPort(params), extra };
  const ctx = testJobContext({ attemptId: "none", connections: { engine: connection } });
  const engine = await findEngine(ctx, params);
  return engine.call<ContainerFacts[]>("GET", "/containers/json", { signal: ctx.signal });
}

let port = 0;
const extraPort = (_params: EngineParams): number => port;

describe.runIf(hasEngine)(`an engine behind TLS${engineNote}`, () => {
  let server: Server;

  beforeAll(async () => {
    makeCertificates();
    const secrets = { key: text("server.key"), cert: text("server.pem"), ca: text("ca.pem") };
    server = createServer({ ...secrets, requestCert: true, rejectUnauthorized: true }, (client) => {
      const engine = connect(engineHost.replace("unix://", ""));
      client.pipe(engine).pipe(client);
      client.on("error", () => engine.destroy());
      engine.on("error", () => client.destroy());
    });
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as { port: number }).port;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it("answers whoever has a certificate that it trusts", async () => {
    const tls = { ca: file("ca.pem"), cert: file("client.pem"), key: file("client.key") };
    expect(await ask({ dockerHost: `tcp://127.0.0.1:${port}`, tls })).toBeInstanceOf(Array);
  });

  it("takes the certificates of a connection, and hides its key", async () => {
    const extra = { ca: text("ca.pem"), cert: text("client.pem"), key: text("client.key") };
    expect(await ask({ dockerConnection: "engine" }, extra)).toBeInstanceOf(Array);
  });

  it.each<[string, () => EngineParams["tls"]]>([
    ["of another authority", () => ({ ca: file("other.pem"), cert: file("client.pem"), key: file("client.key") })],
    [
      "for another name",
      () => ({ ca: file("ca.pem"), cert: file("client.pem"), key: file("client.key"), hostname: "elsewhere" }),
    ],
    ["that is not there", () => ({ ca: file("nothing.pem") })],
  ])("is not trusted with a certificate %s", async (_what, tls) => {
    const answer = ask({ dockerHost: `https://127.0.0.1:${port}`, tls: tls() ?? {} });
    await expect(answer).rejects.toSatisfy((error) => error instanceof DockerError && error.code === "docker_tls");
  });

  it("does not answer whoever has no certificate", async () => {
    const answer = ask({ dockerHost: `https://127.0.0.1:${port}`, tls: { ca: file("ca.pem") } });
    await expect(answer).rejects.toBeInstanceOf(DockerError);
  });
});

describe.runIf(hasEngine)(`an engine behind ssh${engineNote}`, () => {
  const bin = mkdtempSync(join(tmpdir(), "momiji-ssh-"));
  const { PATH: path = "" } = process.env;

  /** What ssh would run at the other end, run here; the host says how it goes. */
  beforeAll(() => {
    const script = `#!/bin/sh
for word; do case $word in refused) echo "ssh: connect to host refused port 22: Connection refused" >&2; exit 255;; esac; done
while [ "$1" != -- ]; do shift; done
shift 2
DOCKER_HOST=${engineHost} exec "$@"
`;
    writeFileSync(join(bin, "ssh"), script);
    chmodSync(join(bin, "ssh"), 0o755);
    process.env["PATH"] = `${bin}:${path}`;
  });
  afterAll(() => {
    process.env["PATH"] = path;
    rmSync(bin, { recursive: true });
  });

  it("is asked through `docker system dial-stdio`", async () => {
    expect(await ask({ dockerHost: "ssh://me@somewhere:2222" })).toBeInstanceOf(Array);
  });

  it("is not reached, in the words of ssh", async () => {
    await expect(ask({ dockerHost: "ssh://refused" })).rejects.toMatchObject({
      code: "docker_ssh",
      message: expect.stringContaining("Connection refused"),
    });
  });
});
