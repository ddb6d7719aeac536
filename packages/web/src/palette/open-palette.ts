/** Whether the palette is open; anything may open it. */

let isOpen = false;
/** Where the keyboard was: it goes back there. */
let opener: Element | null = null;
const listeners = new Set<() => void>();

function set(is: boolean): void {
  isOpen = is;
  for (const tell of listeners) tell();
}

export function openPalette(): void {
  if (!isOpen) opener = document.activeElement;
  set(true);
}

export function closePalette(): void {
  set(false);
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  opener = null;
}

export function isPaletteOpen(): boolean {
  return isOpen;
}

export function onPalette(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
