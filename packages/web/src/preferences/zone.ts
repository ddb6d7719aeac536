/** The zone in which times are shown: the reader's choice. Who chose `dag` sees a DAG and all below it in its own zone, what belongs to none in the browser's. */
import { useLayoutEffect, useSyncExternalStore } from "react";
import { preferences, usePreferences } from "./preferences.ts";
import { isZone } from "./read-preferences.ts";

const listeners = new Set<() => void>();
let ofDag: string | null = null;

/** Says whose DAG is open, as long as the page that asks is there. @param zone IANA name; undefined until it is known */
export function useOpenDag(zone: string | null | undefined): void {
  const known = isZone(zone) ? zone : null;
  useLayoutEffect(() => {
    open(known);
    return () => open(null);
  }, [known]);
}

function open(zone: string | null): void {
  ofDag = zone;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** IANA name of the zone of the DAG that is open; null where none is. */
export function useDagZone(): string | null {
  return useSyncExternalStore(subscribe, () => ofDag);
}

/** IANA name of the zone in which times are shown. */
export function useZone(): string {
  const { zone } = usePreferences();
  return shownZone(zone, useDagZone());
}

/** {@link useZone} at this moment. */
export function zoneNow(): string {
  return shownZone(preferences().zone, ofDag);
}

function shownZone(chosen: string, dag: string | null): string {
  if (chosen === "dag" && dag !== null) return dag;
  return chosen === "dag" || chosen === "local" ? Intl.DateTimeFormat().resolvedOptions().timeZone : chosen;
}
