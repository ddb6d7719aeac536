/** Every key of the interface: what it does stands in the words of `keys`, and the sheet of keys is drawn from this table. */

export const KEYS = [
  { key: "mod+k", section: "everywhere", does: "palette" },
  { key: "?", section: "everywhere", does: "help" },
  { key: "/", section: "everywhere", does: "filter" },
  { key: "y", section: "everywhere", does: "copyLink" },
  { key: "Escape", section: "everywhere", does: "close" },
  { key: "g h", section: "goTo", does: "goHome" },
  { key: "g d", section: "goTo", does: "goDags" },
  { key: "g r", section: "goTo", does: "goRuns" },
  { key: "g t", section: "goTo", does: "goTasks" },
  { key: "g a", section: "goTo", does: "goAssets" },
  { key: "j", section: "lists", does: "nextRow" },
  { key: "k", section: "lists", does: "previousRow" },
  { key: "x", section: "lists", does: "selectRow" },
  { key: ".", section: "lists", does: "rowActions" },
  { key: "[", section: "runs", does: "previousRun" },
  { key: "]", section: "runs", does: "nextRun" },
  { key: "{", section: "runs", does: "previousFailedRun" },
  { key: "}", section: "runs", does: "nextFailedRun" },
  { key: "v", section: "grid", does: "nextView" },
  { key: "e", section: "grid", does: "expandGroups" },
  { key: "E", section: "grid", does: "collapseGroups" },
  { key: "n", section: "grid", does: "nextFailed" },
  { key: "N", section: "grid", does: "previousFailed" },
  { key: "l", section: "log", does: "log" },
  { key: "f", section: "log", does: "follow" },
  { key: "w", section: "log", does: "wrap" },
  { key: "c", section: "acts", does: "clear" },
  { key: "m", section: "acts", does: "mark" },
  { key: "t", section: "acts", does: "trigger" },
  { key: "p", section: "acts", does: "pause" },
] as const;

export type Key = (typeof KEYS)[number]["key"];

export const SECTIONS = [...new Set(KEYS.map(({ section }) => section))];

/** What of a keyboard event is looked at. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const FIRSTS: ReadonlySet<string> = new Set(
  KEYS.flatMap(({ key }) => (key.includes(" ") ? [key.split(" ")[0] ?? ""] : [])),
);

const KNOWN: ReadonlySet<string> = new Set(KEYS.map(({ key }) => key));

/**
 * The key of the table that was pressed, with what was pressed just before.
 * @returns `first`: the beginning of a pair; null: none of ours
 */
export function keyOf(pressed: Pressed, before: string | null): Key | { readonly first: string } | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return null;
  if (ctrlKey || metaKey) return known(`mod+${key.toLowerCase()}`);
  const pair = before === null ? null : known(`${before} ${key}`);
  if (pair !== null) return pair;
  return FIRSTS.has(key) ? { first: key } : known(key);
}

function known(text: string): Key | null {
  return KNOWN.has(text) ? (text as Key) : null;
}

/** Of one character without a modifier: can be switched off (WCAG 2.1.4). */
export function isSingle(key: Key): boolean {
  return key !== "Escape" && !key.startsWith("mod+");
}
