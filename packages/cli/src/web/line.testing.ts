/** A line between a browser and a server that can be cut: what is under way breaks, and nothing new comes through. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #streams = new Set<Socket>();
  #target: URL;
  #isCut = false;

  private constructor(server: Server, address: string) {
    this.#server = server;
    this.#target = new URL(address);
    server.on("connection", (socket) => this.#join(socket));
  }

  static async to({ address }: { readonly address: string }): Promise<Line> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const line = new Line(server, address);
    onTestFinished(() => line.#close());
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Streams of live events that are open now. */
  get streams(): number {
    return this.#streams.size;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** @param to the server, which may have got another port meanwhile */
  mend(to?: { readonly address: string }): void {
    if (to !== undefined) this.#target = new URL(to.address);
    this.#isCut = false;
  }

  #join(near: Socket): void {
    if (this.#isCut) return void near.destroy();
    const far = connect({ host: this.#target.hostname, port: Number(this.#target.port) });
    // What is asked for begins with a line that says what.
    near.on("data", (asked: Buffer) => {
      if (/^GET \S*\/events\?/.test(asked.toString("latin1", 0, 200))) this.#streams.add(near);
    });
    near.on("close", () => this.#streams.delete(near));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }

  #close(): void {
    this.cut();
    this.#server.close();
  }
}
