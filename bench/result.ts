/** What a benchmark gives, and how it is printed. */
import { cpus, totalmem } from "node:os";

export interface BenchResult {
  readonly name: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** The bare work, measured in the same run; null where the target is an absolute count. */
  readonly floor: number | null;
  readonly ratio: number | null;
  /** Null: printed for people, judged by nobody. */
  readonly target: Target | null;
  readonly holds: boolean | null;
}

/** `of`: what is compared with the limit. */
export interface Target {
  readonly of: "value" | "ratio";
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Bench {
  readonly name: string;
  /** `long`: runs only if it is asked for by its name. */
  readonly group: "engine" | "scale" | "api" | "jobs" | "web" | "long";
  run(report: Report): Promise<void>;
}

export type Report = (measured: {
  name: string;
  metric: string;
  value: number;
  unit: string;
  floor?: number;
  target?: Target;
}) => void;

export function judge(measured: Parameters<Report>[0]): BenchResult {
  const { name, metric, value, unit, floor, target } = measured;
  const ratio = floor === undefined ? null : value / floor;
  const compared = target?.of === "ratio" ? ratio : value;
  const holds =
    target === undefined || compared === null
      ? null
      : compared <= (target.atMost ?? Infinity) && compared >= (target.atLeast ?? -Infinity);
  return { name, metric, value, unit, floor: floor ?? null, ratio, target: target ?? null, holds };
}

export function printResults(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.name,
    result.metric,
    `${round(result.value)} ${result.unit}`,
    result.floor === null ? "" : `${round(result.floor)} ${result.unit}`,
    result.ratio === null ? "" : `${result.ratio.toFixed(2)}x`,
    targetWords(result.target),
    result.holds === null ? "" : result.holds ? "holds" : "FALLS SHORT",
  ]);
  const head = ["benchmark", "metric", "value", "floor", "ratio", "target", ""];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function machine(): { [fact: string]: string | number } {
  return {
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    cpus: cpus().length,
    cpu: cpus()[0]?.model ?? "",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

function targetWords(target: Target | null): string {
  if (target === null) return "";
  const unit = target.of === "ratio" ? "x" : "";
  const atLeast = target.atLeast === undefined ? [] : [`>= ${target.atLeast}${unit}`];
  const atMost = target.atMost === undefined ? [] : [`<= ${target.atMost}${unit}`];
  return [...atLeast, ...atMost].join(", ");
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(3);
}
