/** Reasons for people: what is the case, indented below it what would change it. */
import type { Reason } from "@momiji/core";

export interface Explained {
  /** What is asked about: `task load of etl, run scheduled__...`. */
  readonly what: string;
  readonly reasons: readonly Reason[];
  readonly notes: readonly Reason[];
  /** Said where no reason is in the way. */
  readonly free: string;
}

export function explanationText({ what, reasons, notes, free }: Explained): string {
  const [first, ...others] = reasons;
  const noted = notes.flatMap(({ text, remedy }) => [`Note: ${text}`, `      ${remedy}`]);
  // It is not waiting at all: what follows its end has led to it.
  if (first !== undefined && OVER.has(first.code))
    return `${[`${what}: ${first.text}`, `  ${first.remedy}`, ...numbered(others), ...noted].join("\n")}\n`;
  const head = first === undefined ? `${what}: ${free}` : `${what} does not run now:`;
  return `${[head, ...numbered(reasons), ...noted].join("\n")}\n`;
}

const OVER: ReadonlySet<Reason["code"]> = new Set(["ended", "held", "run_running"]);

function numbered(reasons: readonly Reason[]): string[] {
  const width = String(reasons.length).length;
  return reasons.flatMap(({ text, remedy }, index) => [
    `  ${String(index + 1).padStart(width)}. ${text}`,
    `${" ".repeat(width + 4)}${remedy}`,
  ]);
}
