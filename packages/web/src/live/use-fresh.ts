/** Reads something anew when what it is about has changed: once for all that changes within a moment, or while the page is hidden. */
import type { LiveEvent } from "@momiji/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useLive } from "./use-live.ts";
import { useUnwatched } from "./use-unwatched.ts";

interface Fresh {
  readonly topics: readonly string[];
  /** What is read anew: every query whose key begins so. */
  readonly queryKey: readonly unknown[];
  readonly settleMillis: number;
  /** Whether an event changes what is shown; absent: each does. */
  readonly concerns?: (event: LiveEvent) => boolean;
}

/** @returns whether the topics are watched: a query that begins now misses nothing */
export function useFresh({ topics, queryKey, settleMillis, concerns = () => true }: Fresh): boolean {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isDue = useRef(false);
  const read = useEffectEvent((): void => {
    // What nobody looks at is read when they look again.
    isDue.current = document.hidden;
    if (!document.hidden) void queries.invalidateQueries({ queryKey });
  });
  useEffect(() => {
    const look = (): void => {
      if (isDue.current) read();
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  useUnwatched(queryKey);
  return useLive(topics, (event) => {
    if (event.event === "hello" || !(event.event === "reset" || concerns(event))) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      read();
    }, settleMillis);
  });
}
