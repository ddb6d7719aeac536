/** The ticks of a list; they go when the list becomes another one. */
import { useState } from "react";
import { NOTHING, type Picked, ticked, tickedAll } from "./selection.ts";

export interface Selection {
  readonly picked: Picked;
  readonly count: number;
  has(key: string): boolean;
  tick(key: string, isRange: boolean): void;
  tickAll(): void;
  /** Every row that the filter leaves, also those that are not loaded. */
  pickAll(): void;
  clear(): void;
}

interface Selected {
  /** Keys of the rows that are loaded, in their order. */
  readonly loaded: readonly string[];
  readonly total: number;
  /** What makes it this list: its filter. */
  readonly of: unknown;
}

export function useSelection({ loaded, total, of }: Selected): Selection {
  const list = JSON.stringify(of);
  const [kept, setKept] = useState<{ readonly list: string; readonly picked: Picked }>({ list, picked: NOTHING });
  const picked = kept.list === list ? kept.picked : NOTHING;
  const set = (next: Picked): void => setKept({ list, picked: next });
  return {
    picked,
    count: picked.isAll ? total : picked.keys.size,
    has: (key) => picked.isAll || picked.keys.has(key),
    tick: (key, isRange) => set(ticked(picked, loaded, { key, isRange })),
    tickAll: () => set(tickedAll(picked, loaded)),
    pickAll: () => set({ ...picked, isAll: true }),
    clear: () => set(NOTHING),
  };
}
