/** Where a key leads in a list. */

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PAGE = 20;

/** @returns the row; null: the key means nothing here */
export function movedRow(at: number, { key, ctrlKey, metaKey, altKey }: Pressed, count: number): number | null {
  if (count === 0 || ctrlKey || metaKey || altKey) return null;
  const last = count - 1;
  const steps: { readonly [key: string]: number } = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: last,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined ? null : Math.max(0, Math.min(last, next));
}
