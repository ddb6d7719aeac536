/** Where the reader was of late, in this browser. */

export interface Recent {
  readonly href: string;
  readonly title: string;
}

const KEY = "momiji.recents";
const MOST = 12;

export function recents(): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function keepRecent(recent: Recent): void {
  const others = recents().filter(({ href }) => href !== recent.href);
  try {
    localStorage.setItem(KEY, JSON.stringify([recent, ...others].slice(0, MOST)));
  } catch {
    // Storage may be forbidden: then nothing is recent.
  }
}

function isRecent(kept: unknown): kept is Recent {
  const { href, title } = (kept ?? {}) as Partial<Recent>;
  // What stands in the storage is opened: it must be a path of ours.
  return typeof title === "string" && typeof href === "string" && href.startsWith("/") && !href.startsWith("//");
}
