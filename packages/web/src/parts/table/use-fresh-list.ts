/** Keeps a list true; but rows do not move under somebody's pointer: then what is new waits until it is asked for. */
import type { LiveEvent } from "@momiji/client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "../../live/use-live.ts";
import { useUnwatched } from "../../live/use-unwatched.ts";

/** Changes that come together are read together. */
const SETTLE_MILLIS = 1000;

interface FreshList {
  readonly topics: readonly string[];
  /** What is read anew: every query whose key begins so. */
  readonly queryKey: readonly unknown[];
  /** Whether an event changes the list; absent: each does. */
  readonly concerns?: (event: LiveEvent) => boolean;
  /** The list was stopped. */
  readonly isHeld?: boolean;
}

export interface Fresh {
  /** What is read from now on misses no event. */
  readonly isWatched: boolean;
  /** How many things have changed that are not shown. */
  readonly waiting: number;
  readonly show: () => void;
  /** While rows are ticked nothing moves either. */
  readonly hold: (isTicked: boolean) => void;
}

export function useFreshList({ topics, queryKey, concerns = () => true, isHeld = false }: FreshList): Fresh {
  const queries = useQueryClient();
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [waiting, setWaiting] = useState(0);
  const show = (): void => {
    changed.current.clear();
    setWaiting(0);
    void queries.invalidateQueries({ queryKey });
  };
  const settle = (): void => {
    timer.current = undefined;
    if (isHeldNow.current || isTickedNow.current || window.scrollY > 0) setWaiting(changed.current.size);
    else show();
  };
  const isTickedNow = useRef(false);
  const hold = useCallback((isTicked: boolean) => {
    isTickedNow.current = isTicked;
  }, []);
  const isHeldNow = useRef(isHeld);
  useEffect(() => {
    isHeldNow.current = isHeld;
  }, [isHeld]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useUnwatched(queryKey);
  const isWatched = useLive(topics, (event) => {
    if (event.event === "hello" || !(event.event === "reset" || concerns(event))) return;
    changed.current.add(`${event.data.d ?? ""}\n${event.data.r ?? ""}`);
    timer.current ??= setTimeout(settle, SETTLE_MILLIS);
  });
  return { isWatched, waiting, show, hold };
}
