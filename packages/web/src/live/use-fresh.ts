/** Reads something anew when what it is about has changed: once for all that changes within a moment. */
import type { LiveEvent } from "@momiji/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
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
  useEffect(() => () => clearTimeout(timer.current), []);
  useUnwatched(queryKey);
  return useLive(topics, (event) => {
    if (event.event === "hello" || !(event.event === "reset" || concerns(event))) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey });
    }, settleMillis);
  });
}
