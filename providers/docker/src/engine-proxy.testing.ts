/** A socket in front of a real engine that breaks what passes: cut, refused, silent, busy, or nonsense. */
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineHost } from "./real-engine.testing.ts";

/** What becomes of a new connection. */
export type ProxyMode = "pass" | "cut" | "silent" | "busy" | "throttle" | "nonsense";

const ANSWERS: { readonly [mode in ProxyMode]?: string } = {
  busy: answer("503 Service Unavailable", '{"message": "starting"}'),
  throttle: answer("429 Too Many Requests", '{"message": "too many"}'),
  nonsense: answer("200 OK", "<html>hi</html>"),
};

function answer(status: string, body: string): string {
  return `HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
}

export class EngineProxy {
  readonly #folder = mkdtempSync(join(tmpdir(), "momiji-proxy-"));
  readonly #open = new Set<Socket>();
  readonly #server: Server = createServer((client) => this.#serve(client));
  /** Requests by their first line. */
  readonly requests: string[] = [];
  mode: ProxyMode = "pass";
  /** An answer to a request whose first line matches is lost: the engine has done it, and nobody hears of it. */
  loses: RegExp | null = null;
  /** A followed log is cut after so many bytes. */
  logBytes = Number.POSITIVE_INFINITY;

  get host(): string {
    return `unix://${this.#path}`;
  }

  get #path(): string {
    return join(this.#folder, "docker.sock");
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#path, resolve));
    return this;
  }

  /** Everything that is under way. */
  cutAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cutAll();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serve(client: Socket): void {
    this.#open.add(client);
    client.on("close", () => this.#open.delete(client)).on("error", () => undefined);
    const broken = ANSWERS[this.mode];
    if (this.mode === "cut") client.destroy();
    else if (broken !== undefined) client.once("data", () => client.end(broken));
    else if (this.mode === "pass") this.#forward(client);
  }

  #forward(client: Socket): void {
    const engine = createConnection(engineHost.replace("unix://", ""));
    let [request, bytes] = ["", 0];
    engine.on("error", () => client.destroy()).on("close", () => client.end());
    client.on("close", () => engine.destroy());
    client.on("data", (chunk: Buffer) => {
      if (request === "") this.requests.push((request = chunk.toString().split("\r\n")[0] ?? ""));
      engine.write(chunk);
    });
    engine.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      const isLost = this.loses?.test(request) ?? false;
      if (isLost) this.loses = null;
      if (isLost || (/logs.*follow=true/.test(request) && bytes > this.logBytes)) client.destroy();
      else client.write(chunk);
    });
  }
}
