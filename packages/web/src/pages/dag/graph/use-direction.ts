/** Which way a graph goes. */
import { useElementSize } from "@mantine/hooks";
import type { RefCallback } from "react";

/** Pixels: where there is less room, what follows stands below. */
const WIDE = 720;

interface Direction {
  readonly place: RefCallback<HTMLDivElement>;
  readonly direction: "right" | "down" | null;
}

/** As somebody chose, else as there is room; null: that is not known yet. */
export function useDirection(isDown?: boolean): Direction {
  const { ref: place, width } = useElementSize<HTMLDivElement>();
  const isMade = isDown ?? (width === 0 ? null : width < WIDE);
  return { place, direction: isMade === null ? null : isMade ? "down" : "right" };
}
