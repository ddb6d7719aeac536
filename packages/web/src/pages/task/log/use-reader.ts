/** Where the reader of a log is: at a line that was gone to, at its end, which moves, or where they left it. */
import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { preferences } from "../../../preferences/preferences.ts";
import type { LogLinesHandle } from "./log-lines.tsx";
import { placeOf } from "./rows.ts";

interface Read {
  readonly count: number;
  readonly errors: readonly number[];
  readonly opensAt: "start" | "end" | number;
  /** The line of the address. */
  readonly from: number | null;
  onWrap(): void;
}

export function useReader({ count, errors, opensAt, from, onWrap }: Read) {
  const handle = useRef<LogLinesHandle>(null);
  const [at, setAt] = useState<number | null>(null);
  /** Lines that there were when they left the end; null: they follow it. */
  const [leftAt, setLeftAt] = useState<number | null>(opensAt === "end" ? null : count);
  const counted = useRef(count);
  counted.current = count;
  const leave = useCallback((): void => setLeftAt((before) => before ?? counted.current), []);
  const follow = (): void => setLeftAt(null);
  const goTo = (number: number | undefined): void => {
    if (number === undefined) return;
    leave();
    setAt(number);
    handle.current?.show(number);
  };
  const here = at ?? from;
  const keys: { readonly [key: string]: () => void } = {
    f: follow,
    w: onWrap,
    n: () => goTo(errors[placeOf(errors, (here ?? 0) + 1)] ?? errors[0]),
    N: () => goTo(errors[placeOf(errors, here ?? count + 1) - 1] ?? errors.at(-1)),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || !preferences().singleKeys) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  // Also of a log that has ended: its last lines may come after the news of it.
  const isFollowing = leftAt === null;
  return { handle, at, isFollowing, missed: leftAt === null ? 0 : count - leftAt, goTo, follow, leave, onKeyDown };
}
