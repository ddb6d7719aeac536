/** Which rows of a long list are on the screen, whether the page scrolls or a part of it. */
import { useVirtualizer, useWindowVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import type { Frame } from "./use-frame.ts";

const OVERSCAN = 6;

interface Wanted {
  readonly count: number;
  readonly frame: Frame;
  /** Pixels that a row is high; cards are measured. */
  readonly size: number;
  readonly isMeasured: boolean;
}

export interface Rows {
  readonly items: readonly VirtualItem[];
  readonly height: number;
  /** For `ref` of rows whose height is not known. */
  readonly measure: ((element: Element | null) => void) | undefined;
  show(index: number): void;
}

export function useRows({ count, frame: { margin, scroller }, size, isMeasured }: Wanted): Rows {
  const options = { count, estimateSize: () => size, overscan: OVERSCAN, scrollMargin: margin };
  const ofPage = useWindowVirtualizer({ ...options, enabled: scroller === null });
  const ofPart = useVirtualizer({ ...options, enabled: scroller !== null, getScrollElement: () => scroller });
  const rows = scroller === null ? ofPage : ofPart;
  return {
    items: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    measure: isMeasured ? rows.measureElement : undefined,
    show: (index) => rows.scrollToIndex(index, { align: "auto" }),
  };
}
