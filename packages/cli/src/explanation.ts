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
  const [only] = reasons;
  // It is not waiting at all: then there is nothing to number.
  if (only?.code === "ended" || only?.code === "held") return `${what}: ${only.text}\n  ${only.remedy}\n`;
  const head = reasons.length === 0 ? `${what}: ${free}` : `${what} does not run now:`;
  const width = String(reasons.length).length;
  const numbered = reasons.flatMap(({ text, remedy }, index) => [
    `  ${String(index + 1).padStart(width)}. ${text}`,
    `${" ".repeat(width + 4)}${remedy}`,
  ]);
  const noted = notes.flatMap(({ text, remedy }) => [`Note: ${text}`, `      ${remedy}`]);
  return `${[head, ...numbered, ...noted].join("\n")}\n`;
}
