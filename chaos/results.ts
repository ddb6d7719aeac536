/** How an audit is printed, and written to a file. */
import { machine } from "../bench/result.ts";
import type { CheckResult } from "./finding.ts";

const SHOWN = 20;

export function printResults(results: readonly CheckResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, looked, violations }) => {
    const verdict = violations.length === 0 ? "holds" : `${violations.length} VIOLATIONS`;
    return `${name.padEnd(width)}  ${String(looked).padStart(7)}  ${verdict}`;
  });
  const details = results.flatMap(({ name, violations }) => {
    const more = violations.length > SHOWN ? [`  ... and ${violations.length - SHOWN} more`] : [];
    return violations.length === 0
      ? []
      : ["", `${name}:`, ...violations.slice(0, SHOWN).map((violation) => `  ${violation}`), ...more];
  });
  return [...lines, ...details].join("\n");
}

export function writeResults(
  results: readonly CheckResult[],
  facts: { readonly rounds: number; readonly seed: number },
): string {
  const rows = results.map(({ name, looked, violations }) => ({
    name,
    metric: "violations",
    value: violations.length,
    unit: `of ${looked}`,
    floor: null,
    ratio: null,
    target: { of: "value", atMost: 0 },
    holds: violations.length === 0,
    violations,
  }));
  return `${JSON.stringify({ results: rows, ...facts, machine: machine() }, null, 2)}\n`;
}
