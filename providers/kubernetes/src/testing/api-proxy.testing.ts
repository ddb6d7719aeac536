/** Something in front of a real API server that breaks what passes: cut, busy, nonsense. */
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { request } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Cluster } from "../client/cluster.ts";

/** What becomes of a request. */
export type ProxyMode = "pass" | "cut" | "busy" | "throttle" | "nonsense";

const ANSWERS: { readonly [mode in ProxyMode]?: readonly [number, string] } = {
  busy: [503, '{"kind":"Status","message":"the server is starting"}'],
  throttle: [429, '{"kind":"Status","message":"too many requests","details":{"retryAfterSeconds":1}}'],
  nonsense: [200, "<html>hello</html>"],
};

export class ApiProxy {
  mode: ProxyMode = "pass";
  /** How often each mode has answered. */
  broken = 0;
  readonly #open = new Set<Socket>();
  readonly #cluster: Cluster;
  readonly #server: Server;

  private constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#server = createServer((asked, answer) => void this.#serve(asked, answer));
    this.#server.on("connection", (socket) => {
      this.#open.add(socket);
      socket.on("close", () => this.#open.delete(socket));
      if (this.mode === "cut") socket.destroy();
    });
  }

  static async start(cluster: Cluster): Promise<ApiProxy> {
    const proxy = new ApiProxy(cluster);
    const { promise, resolve } = Promise.withResolvers<void>();
    proxy.#server.listen(0, "127.0.0.1", resolve);
    await promise;
    return proxy;
  }

  /** A kubeconfig that leads through here. */
  writeKubeconfig(path: string): void {
    const server = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    const config = {
      "current-context": "test",
      clusters: [{ name: "test", cluster: { server } }],
      users: [{ name: "test", user: {} }],
      contexts: [{ name: "test", context: { cluster: "test", user: "test" } }],
    };
    writeFileSync(path, JSON.stringify(config));
  }

  /** Everything under way is cut, and what comes meanwhile is broken. */
  async break(mode: ProxyMode, millis: number): Promise<void> {
    this.mode = mode;
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, millis));
    this.mode = "pass";
  }

  close(): void {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
  }

  async #serve(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const broken = ANSWERS[this.mode];
    if (broken !== undefined) {
      this.broken += 1;
      answer.statusCode = broken[0];
      return void answer.end(broken[1]);
    }
    const { access } = this.#cluster;
    const { token = "" } = await access.credentials();
    const headers = { ...asked.headers, authorization: `Bearer ${token}` };
    const url = new URL(asked.url ?? "", access.server);
    const passed = request(url, { method: asked.method ?? "GET", headers, ca: access.ca ?? "" }, (said) => {
      answer.writeHead(said.statusCode ?? 500, said.headers);
      answer.flushHeaders();
      said.pipe(answer);
      said.on("error", () => answer.destroy());
    });
    answer.on("close", () => passed.destroy());
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  }
}
