/** This page's end of the one stream of the browser: what it watches, who is told of events, and whether the stream flows. */
import type { LiveEvent } from "@momiji/client";
import { BASE_URL, csrfToken } from "../api/place.ts";
import type { FromWorker, LiveState, ToWorker } from "./messages.ts";

export interface Flow {
  readonly state: LiveState;
  /** When the last event came, in milliseconds since the epoch. */
  readonly at: number | null;
}

type Send = (message: ToWorker) => void;

const watched = new Map<symbol, readonly string[]>();
const takers = new Set<(event: LiveEvent) => void>();
const listeners = new Set<() => void>();
let known: ReadonlySet<string> = new Set();
let shown: Flow = { state: "connecting", at: null };
let send: Send | null = null;
let isToTell = false;

function take(message: FromWorker): void {
  if (message.kind === "event") for (const taker of takers) taker(message.event);
  else {
    if (message.kind === "watching") known = new Set(message.topics);
    else shown = { state: message.state, at: message.at };
    for (const listener of listeners) listener();
  }
}

function connect(): Send {
  if (typeof SharedWorker === "undefined") return connectHere();
  const worker = new SharedWorker(new URL("./stream-worker.ts", import.meta.url), { type: "module", name: BASE_URL });
  worker.port.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => take(data));
  worker.port.start();
  window.addEventListener("pagehide", () => worker.port.postMessage({ kind: "leave" } satisfies ToWorker));
  window.addEventListener("pageshow", ({ persisted }) => persisted && tellWatched());
  return (message) => worker.port.postMessage(message);
}

/** Where a browser has no shared workers, each page has a stream of its own. */
function connectHere(): Send {
  const stream = import("./stream.ts").then(({ Stream }) => new Stream());
  const watcher = { post: take };
  return (message) => void stream.then((it) => it.take(watcher, message));
}

/** Once for all that begins or ends to watch within a turn. */
function tellWatched(): void {
  if (isToTell) return;
  isToTell = true;
  queueMicrotask(() => {
    isToTell = false;
    send ??= connect();
    const topics = [...new Set([...watched.values()].flat())];
    send({ kind: "watch", topics, csrf: csrfToken(), baseUrl: BASE_URL });
  });
}

/** @returns ends it */
export function watch(topics: readonly string[], taker: (event: LiveEvent) => void): () => void {
  const own = Symbol("watch");
  watched.set(own, topics);
  takers.add(taker);
  tellWatched();
  return () => {
    watched.delete(own);
    takers.delete(taker);
    tellWatched();
  };
}

/** What is read from then on misses no event. */
export function isWatching(topics: readonly string[]): boolean {
  return topics.every((topic) => known.has(topic));
}

/** @param listener told when what is watched, or whether it flows, has changed @returns ends it */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const flow = (): Flow => shown;

/** After the session had ended, and with it the stream. */
export function reconnect(): void {
  tellWatched();
}
