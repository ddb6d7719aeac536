/** From row to row by keyboard: j and k from anywhere on the page, the arrows and the ends on a row; x ticks, and a dot opens what can be done. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useKeys } from "../../keys/use-keys.ts";
import { movedRow } from "./row-keys.ts";

interface RowKeys {
  readonly count: number;
  readonly show: (index: number) => void;
  readonly place: RefObject<HTMLElement | null>;
  readonly onTick: ((index: number) => void) | undefined;
  readonly onActs: ((row: HTMLElement, index: number) => void) | undefined;
}

/** @returns the row that the Tab key reaches, and what takes the keys of the table */
export function useRowKeys({ count, show, place, onTick, onActs }: RowKeys) {
  const [wanted, setWanted] = useState(0);
  const isMoved = useRef(false);
  const at = Math.max(0, Math.min(wanted, count - 1));
  const rowAt = (index: number): HTMLElement | null | undefined =>
    place.current?.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`);
  useEffect(() => {
    // A row that was far away is drawn only after the list has been scrolled to it.
    if (!isMoved.current) return;
    const row = rowAt(at);
    if (row === null || row === undefined) return;
    isMoved.current = false;
    row.focus({ preventScroll: true });
  });
  const go = (next: number): void => {
    const to = Math.max(0, Math.min(next, count - 1));
    isMoved.current = true;
    setWanted(to);
    show(to);
    // The one that is already there takes the focus as well.
    if (to === at) rowAt(at)?.focus();
  };
  const withRow = (index: number, act: (row: HTMLElement, index: number) => void): void => {
    const row = rowAt(index);
    if (row !== null && row !== undefined) act(row, index);
  };
  useKeys({
    // The first key enters the list, the next ones walk through it.
    j: count === 0 ? undefined : () => go(isInside(place) ? at + 1 : at),
    k: count === 0 ? undefined : () => go(isInside(place) ? at - 1 : at),
    ".": onActs === undefined || count === 0 ? undefined : () => withRow(at, onActs),
    x: onTick === undefined || count === 0 ? undefined : () => onTick(at),
  });
  return {
    at,
    onKeyDown: (event: KeyboardEvent) => {
      const next = isRow(event.target) ? movedRow(at, event, count) : null;
      if (next === null) return;
      event.preventDefault();
      go(next);
    },
  };
}

function isInside(place: RefObject<HTMLElement | null>): boolean {
  return place.current?.contains(document.activeElement) === true;
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute("role") === "row";
}
