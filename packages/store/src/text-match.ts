/** How Airflow's texts to look for are read, for lists that a database filters and for those that are filtered in memory. */
import type { TextMatch } from "./list-store.ts";

const EVERYTHING = "~";

/** Of which one must be like a part of the text. Empty: nothing is asked for. */
export function patternsOf(match: TextMatch | undefined): readonly string[] {
  return alternatives(match?.pattern);
}

/** With one of which the text must begin. Empty: nothing is asked for. */
export function prefixesOf(match: TextMatch | undefined): readonly string[] {
  const prefixes = alternatives(match?.prefix).map((prefix) => prefix.replace(/[^\p{L}\p{N}]+$/u, ""));
  return prefixes.includes("") ? [] : prefixes;
}

function alternatives(text: string | undefined): readonly string[] {
  if (text === undefined || text === "" || text === EVERYTHING) return [];
  const parts = text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.includes(EVERYTHING) ? [] : parts;
}
