import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import type { PreflightCheck } from "@momiji/sdk";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ecsRunTaskJob } from "../ecs/ecs-job.ts";
import { testJob } from "@momiji/worker/job-context";

/** An endpoint of AWS, as somebody has set it, and what preflight finds. */
async function checksAt(
  endpoint: string | null,
  more: { readonly [name: string]: string | boolean } = {},
): Promise<readonly PreflightCheck[]> {
  const extra = { region_name: "eu-nosuch-1", ...(endpoint === null ? {} : { endpoint_url: endpoint }), ...more };
  const connections = { aws: { type: "aws", login: "AKIA", password: "secret", extra } };
  const { ctx } = testJob({ connections });
  return Array.fromAsync(
    ecsRunTaskJob.preflight?.(ctx, { connection: "aws", cluster: "a", taskDefinition: "b" }) ?? [],
  );
}

const found = (step: string, detail: RegExp, remedy: RegExp): object[] =>
  ["ecs", "logs", "sts"].map((service) => ({
    code: `${service}.${step}`,
    verdict: service === "ecs" ? "failed" : "warning",
    detail: expect.stringMatching(detail) as string,
    remedy: expect.stringMatching(remedy) as string,
  }));

describe("the way to AWS, looked at before a start", () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-road-"));
  const servers: Server[] = [];
  const openssl = (...args: string[]): void =>
    void execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const file = (name: string): string => readFileSync(join(folder, name), "utf8");

  async function addressOf(server: Server): Promise<string> {
    servers.push(server);
    await once(server.listen(0, "127.0.0.1"), "listening");
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(() => {
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=ca");
    for (const [name, alternative] of [
      ["right", "IP:127.0.0.1"],
      ["other", "DNS:other.example"],
    ] as const) {
      writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${alternative}`);
      openssl("req", ...key, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
      const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", `${name}.ext`];
      openssl("x509", "-req", "-in", `${name}.csr`, "-out", `${name}.pem`, ...by);
    }
  });
  afterEach(() => void vi.unstubAllEnvs());
  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  const tlsServer = (name: string): Promise<string> =>
    addressOf(createTlsServer({ key: file(`${name}.key`), cert: file(`${name}.pem`) }, (socket) => socket.end()));

  it("tells a name that nobody knows, with the VPC endpoint whose private DNS would know it", async () => {
    expect(await checksAt(null)).toMatchObject(
      found("dns", /^the name cannot be resolved/, /com\.amazonaws\.eu-nosuch-1\.(ecs|logs|sts)/),
    );
  });

  it("tells a port where nothing listens, with what to create", async () => {
    const endpoint = "https://127.0.0.1:1";
    expect(await checksAt(endpoint)).toMatchObject(
      found(
        "tcp",
        /nothing listens there.*ECONNREFUSED/,
        /Create the VPC endpoint com\.amazonaws\.eu-nosuch-1\.\w+ .* or a NAT gateway/,
      ),
    );
  });

  it("tells certificates of an unknown authority and of another name, and takes the authority that is named", async () => {
    const right = await tlsServer("right");
    expect(await checksAt(`https://${right}`)).toMatchObject(found("tls", /authority that is not trusted/, /`verify`/));
    const verify = join(folder, "ca.pem");
    const other = await tlsServer("other");
    expect(await checksAt(`https://${other}`, { verify })).toMatchObject(
      found("tls", /made for another name/, /`verify`/),
    );
    const trusted = await checksAt(`https://${right}`, { verify });
    expect(trusted.map(({ code }) => code).slice(0, 3)).toEqual(["ecs.reachable", "logs.reachable", "sts.reachable"]);
  });

  it("tells a server that speaks no TLS", async () => {
    const plain = await addressOf(createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    expect(await checksAt(`https://${plain}`)).toMatchObject(
      found("tls", /does not speak TLS|connection is cut/, /proxy/),
    );
  });

  it("cannot go on without STS where a role is to be assumed", async () => {
    const checks = await checksAt("https://127.0.0.1:1", { role_arn: "arn:aws:iam::123456789012:role/worker" });
    expect(checks).toMatchObject([{ code: "ecs.tcp" }, { code: "logs.tcp" }, { code: "sts.tcp", verdict: "failed" }]);
  });

  it("tells a region that nobody has said", async () => {
    for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION"]) vi.stubEnv(name, undefined);
    vi.stubEnv("AWS_CONFIG_FILE", join(folder, "none"));
    expect(await checksAt(null, { region_name: "" })).toMatchObject([{ code: "aws.region", verdict: "failed" }]);
  });
});
