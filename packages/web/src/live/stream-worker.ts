/** The shared worker that holds the stream: each tab is a port. */
import type { ToWorker } from "./messages.ts";
import { Stream } from "./stream.ts";

const stream = new Stream();

(self as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = ({ ports: [port] }) => {
  if (port === undefined) return;
  const watcher = { post: (message: object) => port.postMessage(message) };
  port.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => stream.take(watcher, data));
  port.start();
};
