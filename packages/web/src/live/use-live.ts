/** Live events for components: what they watch, what they do with it, and whether the stream flows. */
import type { LiveEvent } from "@momiji/client";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { BASE_URL, csrfToken } from "../api/client.ts";
import type { FromWorker, LiveState, ToWorker } from "./messages.ts";
import { Stream } from "./stream.ts";

interface Shown {
  readonly state: LiveState;
  readonly at: number | null;
}

const watched = new Map<symbol, readonly string[]>();
const takers = new Set<(event: LiveEvent) => void>();
const listeners = new Set<() => void>();
let known: ReadonlySet<string> = new Set();
let shown: Shown = { state: "connecting", at: null };
let send: ((message: ToWorker) => void) | null = null;

function take(message: FromWorker): void {
  if (message.kind === "event") for (const taker of takers) taker(message.event);
  else {
    if (message.kind === "watching") known = new Set(message.topics);
    else shown = { state: message.state, at: message.at };
    for (const listener of listeners) listener();
  }
}

function connect(): (message: ToWorker) => void {
  if (typeof SharedWorker === "undefined") {
    const stream = new Stream();
    const watcher = { post: take };
    return (message) => stream.take(watcher, message);
  }
  const worker = new SharedWorker(new URL("./stream-worker.ts", import.meta.url), { type: "module", name: BASE_URL });
  worker.port.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => take(data));
  worker.port.start();
  window.addEventListener("pagehide", () => worker.port.postMessage({ kind: "leave" } satisfies ToWorker));
  window.addEventListener("pageshow", ({ persisted }) => persisted && tellWatched());
  return (message) => worker.port.postMessage(message);
}

const FIRST = Symbol("before anything is drawn");

/** The worker and its stream take as long to start as the page takes to draw itself. Until `endFirst`. */
export function beginLive(topics: readonly string[]): void {
  watched.set(FIRST, topics);
  tellWatched();
}

/** What is drawn watches for itself by now. */
export function endFirst(): void {
  watched.delete(FIRST);
  tellWatched();
}

function tellWatched(): void {
  send ??= connect();
  const topics = [...new Set([...watched.values()].flat())];
  send({ kind: "watch", topics, csrf: csrfToken(), baseUrl: BASE_URL });
}

/** After the session had ended, and with it the stream. */
export function reconnect(): void {
  tellWatched();
}

/** Without a stream a page is read all the same. */
const PATIENCE_MILLIS = 500;

/**
 * @param topics `home`, `dag:ID`, `run:DAG/RUN`, ...
 * @param onEvent also told of `reset`: something was missed, so that what is shown must be read anew
 * @returns whether they are watched: what is read from then on misses no event
 */
export function useLive(topics: readonly string[], onEvent: (event: LiveEvent) => void): boolean {
  const taken = useEffectEvent(onEvent);
  const key = topics.join("\n");
  useEffect(() => {
    const own = Symbol("watch");
    const taker = (event: LiveEvent): void => taken(event);
    watched.set(own, topicsOf(key));
    takers.add(taker);
    tellWatched();
    return () => {
      watched.delete(own);
      takers.delete(taker);
      tellWatched();
    };
  }, [key]);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const isWatched = useSyncExternalStore(subscribe, () => topicsOf(key).every((topic) => known.has(topic)));
  return isWatched || isLate;
}

function topicsOf(key: string): readonly string[] {
  return key === "" ? [] : key.split("\n");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveState(): Shown {
  return useSyncExternalStore(subscribe, () => shown);
}
