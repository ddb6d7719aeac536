/** What of a grid is on the screen: where the keyboard is always, at first the newest runs, and the same runs when older ones come. */
import { observeElementRect, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { Place } from "./grid-keys.ts";
import type { GridColumn } from "./grid.ts";

const ROW = 22;
const COLUMN = 20;
const HEAD = 72;

/** So near to the oldest run that older ones are wanted. */
const NEAR = 4 * COLUMN;

type Box = Virtualizer<HTMLDivElement, Element>;

interface GridSizes {
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  readonly at: Place | null;
  readonly nameWidth: number;
}

export function useGridWindow(
  scroll: RefObject<HTMLDivElement | null>,
  { rows: rowCount, columns, at, nameWidth }: GridSizes,
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
  useSamePlace(scroll, columns);
  useOldest(scroll, onOldest);
  const [row, column] = [at?.row, at?.column];
  useLayoutEffect(() => {
    if (row !== undefined) rows.scrollToIndex(row);
    if (column !== undefined && column >= 0) runs.scrollToIndex(column);
  }, [row, column, rows, runs]);
  return { rows, runs };
}

/**
 * The newest run is what people look for: it is on the screen from the first moment, and when another comes while it was. Whoever
 * has scrolled keeps what is on the screen, also when older runs come before it.
 */
function useSamePlace(scroll: RefObject<HTMLDivElement | null>, columns: readonly GridColumn[]): void {
  const isAtEnd = useRef(true);
  const oldest = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const note = (): void => {
      isAtEnd.current = box.scrollLeft + box.clientWidth >= box.scrollWidth - COLUMN;
    };
    box.addEventListener("scroll", note, { passive: true });
    return () => box.removeEventListener("scroll", note);
  }, [scroll]);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    const added = columns.findIndex(({ run }) => run.id === oldest.current);
    oldest.current = columns[0]?.run.id;
    if (isAtEnd.current) box.scrollLeft = box.scrollWidth;
    else if (added > 0) box.scrollLeft += added * COLUMN;
  }, [scroll, columns]);
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
