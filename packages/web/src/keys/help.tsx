/** Opens the sheet of keys, from wherever one is. */
import { lazy, Suspense, useSyncExternalStore } from "react";

const KeySheet = lazy(() => import("./key-sheet.tsx"));

let isShown = false;
/** Where the keyboard was: it goes back there. */
let opener: Element | null = null;
const listeners = new Set<() => void>();

function show(is: boolean): void {
  isShown = is;
  for (const tell of listeners) tell();
}

export function showKeys(): void {
  opener = document.activeElement;
  show(true);
}

function hideKeys(): void {
  show(false);
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

/** Where it appears: once in the shell. */
export function KeyHelp() {
  const is = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => isShown,
  );
  if (!is) return null;
  return (
    <Suspense fallback={null}>
      <KeySheet onClose={hideKeys} />
    </Suspense>
  );
}
