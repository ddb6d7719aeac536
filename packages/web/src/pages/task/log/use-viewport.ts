/** Which rows of a log are on the screen, of any number: where each begins is computed, and measured only where lines are wrapped. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "react";
import { drawnRows } from "./drawn-rows.ts";
import { Heights } from "./heights.ts";

const LINE_PIXELS = 19;

/** Rows above and below the screen that are drawn too. */
const SPARE = 15;

export interface Viewport {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Rows that are drawn; the last is not among them. */
  readonly from: number;
  readonly to: number;
  /** Pixels above them, and of all. */
  readonly top: number;
  readonly total: number;
  onScroll(): void;
  show(row: number, where: "center" | "end"): void;
  isShown(row: number): boolean;
}

/** @param around the row that must be among those that can be scrolled to */
export function useViewport(count: number, { isWrapped, around }: { isWrapped: boolean; around: number }): Viewport {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((changes: number) => changes + 1, 0);
  const [screen, setScreen] = useState({ top: 0, height: 800 });
  const heights = useMemo(() => new Heights(LINE_PIXELS), [isWrapped]);
  const { first, drawn } = drawnRows(count, around);
  heights.count = drawn;
  const from = Math.max(0, heights.rowAt(screen.top) - SPARE);
  const to = Math.min(drawn, heights.rowAt(screen.top + screen.height) + 1 + SPARE);
  const onScroll = useCallback(() => {
    const { scrollTop: top = 0, clientHeight: height = 0 } = box.current ?? {};
    setScreen((before) => (before.top === top && before.height === height ? before : { top, height }));
  }, []);
  useEffect(() => {
    const watcher = new ResizeObserver(onScroll);
    if (box.current !== null) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [onScroll]);
  useLayoutEffect(() => {
    if (isWrapped && measure(content.current, heights, from)) redraw();
  });
  const show = (row: number, where: "center" | "end"): void => {
    const view = box.current;
    if (view === null) return;
    const top = heights.topOf(row - first);
    view.scrollTop = where === "end" ? heights.topOf(row - first + 1) - view.clientHeight : top - view.clientHeight / 2;
    onScroll();
  };
  const isShown = (row: number): boolean => {
    const top = heights.topOf(row - first);
    return top >= screen.top && top + LINE_PIXELS <= screen.top + screen.height;
  };
  return {
    box,
    content,
    from: first + from,
    to: first + to,
    top: heights.topOf(from),
    total: heights.total,
    onScroll,
    show,
    isShown,
  };
}

/** @returns whether something is not as high as it was thought to be */
function measure(content: HTMLElement | null, heights: Heights, from: number): boolean {
  let isChanged = false;
  for (const [at, line] of [...(content?.children ?? [])].entries())
    isChanged = heights.measured(from + at, line.getBoundingClientRect().height) !== 0 || isChanged;
  return isChanged;
}
