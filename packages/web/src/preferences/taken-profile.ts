/** What of a profile holds here: what the reader has changed since the page was opened is newer than any answer. */
import type { Preferences } from "./read-preferences.ts";

interface Known {
  /** As they were when the page was opened. */
  readonly begun: Preferences;
  readonly own: Preferences;
  readonly profile: Partial<Preferences>;
}

export function takenOfProfile({ begun, own, profile }: Known): Partial<Preferences> {
  const entries = Object.entries(profile) as [keyof Preferences, unknown][];
  // A preference that is changed is another value: they are never written into.
  return Object.fromEntries(entries.filter(([name]) => own[name] === begun[name]));
}
