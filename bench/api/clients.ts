/** Clients of the benchmarks of the API: over connections that stay open, as programs have them. */
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";

export interface Target {
  readonly port: number;
  readonly token?: string;
}

export interface Asking {
  /** The status and the body. */
  ask(path: string, body?: object): Promise<{ readonly status: number; readonly text: string }>;
  close(): void;
}

/** `sockets`: connections at once at the most. */
export function asking({ port, token }: Target, sockets: number): Asking {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    ask: (path, body) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? undefined : JSON.stringify(body);
        const content =
          payload === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(payload) };
        const method = payload === undefined ? "GET" : "POST";
        const sent = request({
          agent,
          host: "127.0.0.1",
          port,
          path,
          method,
          headers: { ...authorization, ...content },
        });
        sent.once("error", reject);
        sent.once("response", (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => (text += part));
          answer.once("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        });
        sent.end(payload);
      }),
    close: () => agent.destroy(),
  };
}

/** A stream of events without more of a client than it takes; resolves when its answer has begun. `onText` gets what follows. */
export function watching(
  { port, token }: Target,
  topics: string,
  onText: (bytes: Buffer) => void,
): Promise<{ readonly socket: Socket }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", reject);
    socket.on("data", onText);
    socket.once("data", (bytes) => {
      if (bytes.toString("latin1", 9, 12) === "200") resolve({ socket });
      else reject(new Error(`the stream was refused: ${bytes.toString("utf8", 0, 200)}`));
    });
    socket.write(
      `GET /api/momiji/v1/events?topics=${topics} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
  });
}
