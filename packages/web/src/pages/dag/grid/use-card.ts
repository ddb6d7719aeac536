/** The card of a cell: which cell it is of, when it comes and when it goes. */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Place } from "./grid-keys.ts";
import { cellId, placeOfElement } from "./use-place.ts";

/** Who only passes over cells is left alone. */
const DWELL_MILLIS = 100;

/** Long enough to get from the cell into its card. */
const LEAVE_MILLIS = 150;

export interface ShownCard {
  readonly place: Place;
  /** Of the cell, in the window. */
  readonly left: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Card {
  readonly shown: ShownCard | null;
  /** @returns whether one was open */
  close(): boolean;
  onPointerMove(event: PointerEvent): void;
  onPointerLeave(): void;
  /** Of the card itself: it stays while the pointer is in it. */
  keep(): void;
}

/** @param at where the keyboard is */
export function useCard(at: Place | null): Card {
  const [shown, setShown] = useState<ShownCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const over = useRef("");
  const later = (millis: number, then: () => void): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, millis);
  };
  const show = (place: Place): void => {
    const box = document.getElementById(cellId(place))?.getBoundingClientRect();
    if (box !== undefined) setShown({ place, left: box.left, top: box.top, bottom: box.bottom });
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const [row, column] = [at?.row, at?.column];
  useEffect(() => {
    setShown(null);
    if (row === undefined || column === undefined || column < 0) return;
    // Only of the keyboard: a click opens the task itself.
    if (document.activeElement?.matches(":focus-visible") === true) later(DWELL_MILLIS, () => show({ row, column }));
  }, [row, column]);
  return {
    shown,
    close: () => {
      clearTimeout(timer.current);
      setShown(null);
      return shown !== null;
    },
    onPointerMove: ({ target, pointerType, movementX, movementY }) => {
      // The page moved under the pointer, as when something is opened beside the grid. Only this event tells so.
      if (movementX === 0 && movementY === 0) return;
      const place = pointerType === "touch" ? null : placeOfElement(target);
      const id = place === null ? "" : cellId(place);
      if (id === over.current) return;
      over.current = id;
      if (place === null) later(LEAVE_MILLIS, () => setShown(null));
      else later(DWELL_MILLIS, () => show(place));
    },
    onPointerLeave: () => {
      over.current = "";
      later(LEAVE_MILLIS, () => setShown(null));
    },
    keep: () => clearTimeout(timer.current),
  };
}
