/** What of a grid is on the screen: where the keyboard is always, at first the newest runs, and the same runs when older ones come. */
import { observeElementRect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { COLUMN } from "./fitting-runs.ts";
import type { Place } from "./grid-keys.ts";
import type { GridColumn } from "./grid.ts";

const ROW = 22;
const HEAD = 72;

/** So near to the oldest run that older ones are wanted. */
const NEAR = 4 * COLUMN;

type Box = Virtualizer<HTMLDivElement, Element>;

interface GridSizes {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  readonly at: Place | null;
  readonly nameWidth: number;
  /** Cells are chosen, which stay where they are. */
  readonly isChosen: boolean;
}

export function useGridWindow(
  scroll: RefObject<HTMLDivElement | null>,
  { rows: rowCount, columns, at, nameWidth, isChosen }: GridSizes,
  onOldest: () => void,
) {
  const getScrollElement = (): HTMLDivElement | null => scroll.current;
  // Names and the head of runs stand above the cells.
  const observe = (instance: Box, tell: (rect: { width: number; height: number }) => void) =>
    observeElementRect(instance, ({ width, height }) =>
      tell({ width: Math.max(0, width - nameWidth), height: Math.max(0, height - HEAD) }),
    );
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement,
    estimateSize: () => ROW,
    overscan: 4,
    observeElementRect: observe,
  });
  const runs = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement,
    estimateSize: () => COLUMN,
    overscan: 3,
    observeElementRect: observe,
  });
  const unseen = useSamePlace(scroll, columns, isChosen);
  useOldest(scroll, onOldest);
  const [row, column] = [at?.row, at?.column];
  useLayoutEffect(() => {
    if (row !== undefined) rows.scrollToIndex(row);
    if (column !== undefined && column >= 0) runs.scrollToIndex(column);
  }, [row, column, rows, runs]);
  return { rows, runs, unseen };
}

/** Newer runs than any that has been on the screen. */
export interface Unseen {
  readonly count: number;
  show(): void;
}

/**
 * The newest run is what people look for: it is on the screen from the first moment, and when another comes while it was; but not if
 * that moved what the pointer or the keyboard is on. Whoever has scrolled keeps what is on the screen, also when older runs come
 * before it.
 */
function useSamePlace(
  scroll: RefObject<HTMLDivElement | null>,
  columns: readonly GridColumn[],
  isChosen: boolean,
): Unseen {
  const before = useRef(columns);
  const isAtEnd = useRef(true);
  const seen = useRef<string | undefined>(undefined);
  const [count, setCount] = useState(0);
  const look = useEffectEvent((box: HTMLDivElement): void => {
    isAtEnd.current = box.scrollLeft + box.clientWidth >= box.scrollWidth - COLUMN / 2;
    if (isAtEnd.current) seen.current = columns.at(-1)?.run.id;
    const last = columns.findLastIndex(({ run }) => run.id === seen.current);
    setCount(last < 0 ? 0 : columns.length - 1 - last);
  });
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const note = (): void => look(box);
    box.addEventListener("scroll", note, { passive: true });
    return () => box.removeEventListener("scroll", note);
  }, [scroll]);
  const isHeld = useEffectEvent((box: HTMLDivElement) => isChosen || box.matches(":hover, :focus-within"));
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    if (isAtEnd.current && !isHeld(box)) box.scrollLeft = box.scrollWidth;
    else box.scrollLeft += movedBy(before.current, columns) * COLUMN;
    before.current = columns;
    look(box);
  }, [scroll, columns]);
  return { count, show: () => scroll.current?.scrollTo({ left: scroll.current.scrollWidth }) };
}

/** By how many columns those that are in both have moved to the right. */
function movedBy(before: readonly GridColumn[], after: readonly GridColumn[]): number {
  const places = new Map(before.map(({ run }, at) => [run.id, at]));
  const at = after.findIndex(({ run }) => places.has(run.id));
  return at < 0 ? 0 : at - (places.get(after[at]?.run.id ?? "") ?? at);
}

function useOldest(scroll: RefObject<HTMLDivElement | null>, onOldest: () => void): void {
  const told = useEffectEvent(onOldest);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    let last = box.scrollLeft;
    const look = (): void => {
      const { scrollLeft } = box;
      // Only who goes there by himself wants more: not who came in at the newest.
      if (scrollLeft < NEAR && scrollLeft < last) told();
      last = scrollLeft;
    };
    box.addEventListener("scroll", look, { passive: true });
    return () => box.removeEventListener("scroll", look);
  }, [scroll]);
}
