/** Personal taste: kept in this browser at once, and in the profile, so that it is there on the next machine too. */
import { useSyncExternalStore } from "react";
import { type Preferences, readPreferences } from "./read-preferences.ts";

export type { Preferences } from "./read-preferences.ts";

const KEY = "momiji.preferences";

const listeners = new Set<() => void>();
let current: Preferences = read();

function standard(): Preferences {
  const language = navigator.language.startsWith("ja") ? "ja" : "en";
  return {
    language,
    zone: "local",
    theme: "auto",
    singleKeys: true,
    columns: {},
    usualViews: {},
    hours: "24",
    density: "comfortable",
    contrast: "auto",
    motion: "auto",
    view: "grid",
    overview: "open",
    notifies: false,
    muted: {},
  };
}

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { ...standard(), ...readPreferences(kept) };
  } catch {
    // Storage may be forbidden, and what is in it is not ours alone.
    return standard();
  }
}

export function preferences(): Preferences {
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // They hold until the page is closed.
  }
  for (const tell of listeners) tell();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
