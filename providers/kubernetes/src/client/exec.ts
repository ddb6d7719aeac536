/** Runs a command in a container that runs, over a WebSocket, and gives what it prints. */
import { WebSocket } from "ws";
import type { Cluster } from "./cluster.ts";
import { ApiError, Unreachable } from "./api-error.ts";

export interface Exec {
  readonly namespace: string;
  readonly name: string;
  readonly container: string;
  readonly command: readonly string[];
  readonly signal: AbortSignal;
}

const LIMIT_MILLIS = 60_000;
/** The first byte of each message says which stream it belongs to. */
const STDOUT = 1;
const STDERR = 2;
const ENDED = 3;

/** Throws an `Error` with what it wrote to stderr, if it does not end well. */
export async function exec(cluster: Cluster, { namespace, name, container, command, signal }: Exec): Promise<string> {
  const query = new URLSearchParams({ container, stdout: "true", stderr: "true" });
  for (const word of command) query.append("command", word);
  const { url, options } = await cluster.upgrade(`/api/v1/namespaces/${namespace}/pods/${name}/exec`);
  url.search = query.toString();
  const socket = new WebSocket(url, ["v5.channel.k8s.io", "v4.channel.k8s.io"], options);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MILLIS)]);
  const cut = (): void => socket.terminate();
  limit.addEventListener("abort", cut, { once: true });
  try {
    return await output(socket, cluster.access.server);
  } finally {
    limit.removeEventListener("abort", cut);
    socket.close();
  }
}

function output(socket: WebSocket, server: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const parts: { readonly [stream: number]: Buffer[] } = { [STDOUT]: [], [STDERR]: [], [ENDED]: [] };
  socket.on("message", (data: Buffer) => parts[data[0] ?? 0]?.push(data.subarray(1)));
  socket.on("error", (error) => reject(new Unreachable(server, error)));
  socket.on("unexpected-response", (_request, answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("end", () => reject(new ApiError(answer.statusCode ?? 0, Buffer.concat(chunks).toString("utf8"))));
  });
  socket.on("close", () => {
    const [out = "", err = "", end = ""] = [STDOUT, STDERR, ENDED].map((stream) =>
      Buffer.concat(parts[stream] ?? []).toString("utf8"),
    );
    const failure = failureIn(end);
    if (failure === null) resolve(out);
    else reject(new Error(err.trim() || failure));
  });
  return promise;
}

/** Null: the command ended well. */
function failureIn(end: string): string | null {
  if (end === "") return "the connection was cut off";
  const { status, message } = JSON.parse(end) as { readonly status?: string; readonly message?: string };
  return status === "Success" ? null : (message ?? "it failed");
}
