/** From row to row by keyboard: j and k, the arrows, the ends. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { usePreferences } from "../../preferences/preferences.ts";
import { movedRow } from "./row-keys.ts";

interface RowKeys {
  readonly count: number;
  readonly show: (index: number) => void;
  readonly place: RefObject<HTMLElement | null>;
}

/** @returns the row that the Tab key reaches, and what takes the keys of the table */
export function useRowKeys({ count, show, place }: RowKeys) {
  const { singleKeys } = usePreferences();
  const [wanted, setWanted] = useState(0);
  const isMoved = useRef(false);
  const at = Math.max(0, Math.min(wanted, count - 1));
  useEffect(() => {
    // A row that was far away is drawn only after the list has been scrolled to it.
    if (!isMoved.current) return;
    const row = place.current?.querySelector<HTMLElement>(`[role="row"][data-index="${at}"]`);
    if (row === null || row === undefined) return;
    isMoved.current = false;
    row.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent | globalThis.KeyboardEvent): void => {
    const next = movedRow(at, event, { count, singleKeys });
    if (next === null) return;
    event.preventDefault();
    isMoved.current = true;
    setWanted(next);
    show(next);
    // The one that is already there takes the focus as well.
    if (next === at) place.current?.querySelector<HTMLElement>(`[role="row"][data-index="${at}"]`)?.focus();
  };
  return { at, onKeyDown: (event: KeyboardEvent) => isRow(event.target) && move(event) };
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute("role") === "row";
}
