/** Where the palette appears: once in the shell. It is loaded when it is first opened. */
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { closePalette, isPaletteOpen, onPalette, openPalette } from "./open-palette.ts";

const Palette = lazy(() => import("./palette.tsx"));

export function PaletteHost() {
  const isOpen = useSyncExternalStore(onPalette, isPaletteOpen);
  useKeys({ "mod+k": isOpen ? closePalette : openPalette });
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={closePalette} />
    </Suspense>
  );
}
