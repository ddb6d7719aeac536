/** Seals every secret of the store with the newest key. In small steps: it may be killed at any time and run again. */
import type { SealedEntry, SettingsStore } from "@momiji/store";
import { type KeyRing, SealError } from "./key-ring.ts";
import { sealName } from "./vault.ts";

/** Secrets exchanged in one transaction: below a millisecond. */
const STEP = 50;

type SealedStore = Pick<SettingsStore, "listSealedUnlike" | "reseal" | "countSealed">;

export interface Rotated {
  readonly resealed: number;
  /** Secrets that no key of the ring opens. They were left as they are. */
  readonly unreadable: readonly SealedEntry[];
  /** Ids of keys that no secret needs any more: they may be taken out of the ring. */
  readonly unused: readonly string[];
}

export async function rotateKeys(store: SealedStore, keys: KeyRing): Promise<Rotated> {
  const unreadable = new Map<string, SealedEntry>();
  let resealed = 0;
  for (;;) {
    const stale = await store.listSealedUnlike(keys.newest, STEP + unreadable.size);
    const fresh = stale.filter((entry) => !unreadable.has(nameOf(entry)));
    if (fresh.length === 0) break;
    const changes = fresh.flatMap((entry) => {
      const text = opened(keys, entry);
      if (text !== null) return [{ entry, to: keys.seal(sealName(entry), text) }];
      unreadable.set(nameOf(entry), entry);
      return [];
    });
    resealed += await store.reseal(changes);
    // Whoever shares the event loop has its turn between two steps.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const inUse = await store.countSealed();
  return { resealed, unreadable: [...unreadable.values()], unused: keys.ids.slice(1).filter((id) => !inUse.has(id)) };
}

function opened(keys: KeyRing, entry: SealedEntry): string | null {
  try {
    return keys.open(sealName(entry), entry.sealed);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

/** One that was written anew meanwhile is another entry. */
function nameOf({ kind, id, sealed }: SealedEntry): string {
  return `${kind}\0${id}\0${sealed.text}`;
}
