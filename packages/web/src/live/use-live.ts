/** Live events for components: what they watch, what they do with it, and whether the stream flows. */
import type { LiveEvent } from "@momiji/client";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { type Flow, flow, isWatching, subscribe, watch } from "./connection.ts";

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
  useEffect(() => watch(topicsOf(key), (event) => taken(event)), [key]);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  const isWatched = useSyncExternalStore(subscribe, () => isWatching(topicsOf(key)));
  return isWatched || isLate;
}

function topicsOf(key: string): readonly string[] {
  return key === "" ? [] : key.split("\n");
}

export function useLiveState(): Flow {
  return useSyncExternalStore(subscribe, flow);
}
