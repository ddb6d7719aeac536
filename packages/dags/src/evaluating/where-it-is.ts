/**
 * Asks a process that does not answer any more which line it is at, so that an endless loop can be shown to its author.
 * V8's debugger is the only one who can tell; it is opened for this moment, and the process is ended afterwards.
 */
import type { ChildProcess } from "node:child_process";

/** Long enough for a busy machine; a process that waits and runs nothing never answers. */
const ANSWER_MILLIS = 5_000;
const ADDRESS = /ws:\/\/127\.0\.0\.1:\S+/;

interface CallFrame {
  readonly functionName: string;
  readonly location: { readonly scriptId: string; readonly lineNumber: number; readonly columnNumber: number };
}

/** The two messages of the debugger that are listened to. */
type DebuggerEvent =
  | { readonly method: "Debugger.scriptParsed"; readonly params: { readonly scriptId: string; readonly url: string } }
  | { readonly method: "Debugger.paused"; readonly params: { readonly callFrames: readonly CallFrame[] } };

/** The stack as V8 would print it; null if it does not say. `stderr` must have been started with `--inspect-port`. */
export async function whereItIs(child: ChildProcess): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const timer = setTimeout(() => resolve(null), ANSWER_MILLIS);
  let printed = "";
  let socket: WebSocket | null = null;
  const onText = (text: Buffer): void => {
    printed += text.toString("latin1");
    const address = ADDRESS.exec(printed)?.[0];
    if (address !== undefined) socket ??= askForStack(address, resolve);
  };
  child.stderr?.on("data", onText);
  child.once("exit", () => resolve(null));
  child.kill("SIGUSR1");
  const stack = await promise;
  clearTimeout(timer);
  child.stderr?.off("data", onText);
  (socket as WebSocket | null)?.close();
  return stack;
}

function askForStack(address: string, answer: (stack: string | null) => void): WebSocket {
  const socket = new WebSocket(address);
  socket.onopen = () => {
    for (const [id, method] of ["Debugger.enable", "Debugger.pause"].entries())
      socket.send(JSON.stringify({ id, method }));
  };
  const urls = new Map<string, string>();
  socket.onmessage = ({ data }) => {
    const event = JSON.parse(String(data)) as DebuggerEvent;
    if (event.method === "Debugger.scriptParsed") urls.set(event.params.scriptId, event.params.url);
    if (event.method === "Debugger.paused")
      answer(event.params.callFrames.map((frame) => frameText(frame, urls)).join("\n"));
  };
  socket.onerror = () => answer(null);
  return socket;
}

function frameText({ functionName, location }: CallFrame, urls: ReadonlyMap<string, string>): string {
  const where = `${urls.get(location.scriptId) ?? ""}:${location.lineNumber + 1}:${location.columnNumber + 1}`;
  return `    at ${functionName === "" ? where : `${functionName} (${where})`}`;
}
