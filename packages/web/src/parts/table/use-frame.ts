/** Where a list stands: how wide it is, and what scrolls it. */
import { type RefObject, useLayoutEffect, useState } from "react";

export interface Frame {
  /** Pixels; 0: not measured yet. */
  readonly width: number;
  /** Pixels from the top of what scrolls to the list. */
  readonly margin: number;
  /** null: the page itself. */
  readonly scroller: HTMLElement | null;
}

const UNKNOWN: Frame = { width: 0, margin: 0, scroller: null };

export function useFrame(place: RefObject<HTMLElement | null>): Frame {
  const [frame, setFrame] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => {
      const found = frameOf(element);
      setFrame((known) => (isSame(known, found) ? known : found));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What stands above moves it.
    if (element.parentElement !== null) observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, [place]);
  return frame;
}

function frameOf(element: HTMLElement): Frame {
  const scroller = scrollerOf(element);
  const { top, width } = element.getBoundingClientRect();
  const margin =
    scroller === null ? top + window.scrollY : top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  return { width: Math.round(width), margin: Math.round(margin), scroller };
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return null;
}

function isSame(a: Frame, b: Frame): boolean {
  return a.width === b.width && a.margin === b.margin && a.scroller === b.scroller;
}
