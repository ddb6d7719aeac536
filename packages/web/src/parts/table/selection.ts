/** Which rows of a list are ticked. Those beyond what is loaded count too, once somebody said "all that match". */

export interface Picked {
  readonly keys: ReadonlySet<string>;
  /** Every row that the filter leaves, also those that are not loaded. */
  readonly isAll: boolean;
  /** The row that was ticked last: a range begins there. */
  readonly anchor: string | null;
}

export const NOTHING: Picked = { keys: new Set(), isAll: false, anchor: null };

interface Tick {
  readonly key: string;
  /** With Shift: all from the row that was ticked before. */
  readonly isRange: boolean;
}

/** @param loaded keys of the rows as they stand in the list */
export function ticked(picked: Picked, loaded: readonly string[], { key, isRange }: Tick): Picked {
  const before = picked.isAll ? new Set(loaded) : picked.keys;
  const isOn = !before.has(key);
  const from = isRange && picked.anchor !== null ? loaded.indexOf(picked.anchor) : -1;
  const to = loaded.indexOf(key);
  const touched = from < 0 || to < 0 ? [key] : loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
  const keys = new Set(before);
  for (const one of touched) {
    if (isOn) keys.add(one);
    else keys.delete(one);
  }
  return { keys, isAll: false, anchor: key };
}

/** All that are loaded, or none. */
export function tickedAll(picked: Picked, loaded: readonly string[]): Picked {
  const isOn = picked.isAll || loaded.every((key) => picked.keys.has(key));
  return isOn ? NOTHING : { keys: new Set(loaded), isAll: false, anchor: null };
}
