/** What is known of a log beside its lines: how many of which level, where the errors are, its groups. Grows with it. */
import type { components, LogLine } from "@momiji/client";

export type LogIndex = Pick<components["schemas"]["LogIndex"], "levels" | "errors" | "sources" | "groups">;
export type LogGroup = LogIndex["groups"][number];

export const NOTHING_KNOWN: LogIndex = { levels: {}, errors: [], sources: [], groups: [] };

const GROUP = "::group::";

/** @param lines that follow what it tells of */
export function withLines(index: LogIndex, lines: readonly LogLine[]): LogIndex {
  const levels = { ...index.levels };
  const sources = new Set(index.sources);
  const errors = [...index.errors];
  const groups = index.groups.map((group) => ({ ...group }));
  for (const { n, lv, src, m } of lines) {
    levels[lv] = (levels[lv] ?? 0) + 1;
    sources.add(src);
    if (lv === "error") errors.push(n);
    if (m.startsWith(GROUP)) groups.push({ from: n, to: null, title: m.slice(GROUP.length) });
    else if (m.startsWith("::endgroup::")) {
      const open = groups.findLast(({ to }) => to === null);
      if (open !== undefined) open.to = n;
    }
  }
  return { levels, errors, sources: [...sources].toSorted(), groups };
}

/** Groups that are folded when a log is opened: those that have ended, and in which nothing went wrong. */
export function calmGroups({ groups, errors }: LogIndex): readonly number[] {
  return groups
    .filter(({ from, to }) => to !== null && !errors.some((line) => from <= line && line <= to))
    .map(({ from }) => from);
}

/** What is hidden: of the outermost folded groups everything but their first lines. */
export function hiddenOf(groups: readonly LogGroup[], folded: ReadonlySet<number>) {
  const hidden: { readonly from: number; readonly to: number }[] = [];
  for (const { from, to } of groups.toSorted((a, b) => a.from - b.from)) {
    if (!folded.has(from) || to === null || to === from || from <= (hidden.at(-1)?.to ?? 0)) continue;
    hidden.push({ from: from + 1, to });
  }
  return hidden;
}
