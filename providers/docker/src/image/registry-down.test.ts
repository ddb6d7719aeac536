/** Registries that are there, and do not do what they should; asked by a real engine. */
import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { dockerRunJob } from "../docker-job.ts";
import { failureOf, testJobContext } from "../job-context.testing.ts";
import { engineHost, engineNote, EngineProbe, hasEngine } from "../real-engine.testing.ts";

const answer = (status: string, body = ""): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
const LIMITED = '{"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your pull rate limit."}]}';

describe.runIf(hasEngine)(`a registry that an engine pulls from${engineNote}`, () => {
  const probe = new EngineProbe();
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  /** Its address; each connection is dealt with in this way. */
  const registry = async (deal: (socket: Socket) => void): Promise<string> => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      deal(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it.each<[string, (socket: Socket) => void]>([
    ["hangs up", (socket) => void socket.destroy()],
    ["hangs up in the middle", (socket) => void socket.once("data", () => socket.destroy())],
    ["is being started", (socket) => void socket.once("data", () => socket.end(answer("503 Service Unavailable")))],
    ["has nothing behind its proxy", (socket) => void socket.once("data", () => socket.end(answer("502 Bad Gateway")))],
  ])("and that %s cannot be reached, which is said in words, and nothing is left", async (_, deal) => {
    const ctx = testJobContext({ attemptId: probe.newAttempt() });
    const params = { image: `${await registry(deal)}/team/app:1`, dockerHost: engineHost };
    const failure = await failureOf(dockerRunJob.launch(ctx, params));
    expect(failure).toMatchObject({
      code: "registry_unreachable",
      detail: expect.stringMatching(/^what to do: check the registry's name/),
    });
    expect(await probe.containersOf(ctx.attemptId)).toEqual([]);
  });

  it("and that gives no more for now is told from one that is down", async () => {
    const ctx = testJobContext({ attemptId: probe.newAttempt() });
    const address = await registry((socket) => {
      socket.once("data", (request) => {
        const isManifest = String(request).includes("/manifests/");
        socket.end(isManifest ? answer("429 Too Many Requests", LIMITED) : answer("200 OK"));
      });
    });
    const params = { image: `${address}/team/app:1`, dockerHost: engineHost };
    expect(await failureOf(dockerRunJob.launch(ctx, params))).toMatchObject({
      code: "registry_limit",
      message: expect.stringContaining("pull rate limit"),
      detail: expect.stringContaining("pull with a login"),
    });
  });
});
