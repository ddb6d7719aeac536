/** Whether the palette is open; anything may open it. */

let isOpen = false;
const listeners = new Set<() => void>();

function set(is: boolean): void {
  isOpen = is;
  for (const tell of listeners) tell();
}

export function openPalette(): void {
  set(true);
}

export function closePalette(): void {
  set(false);
}

export function isPaletteOpen(): boolean {
  return isOpen;
}

export function onPalette(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
