/** What is told of a file that cannot be loaded. */
import type { components } from "@momiji/client";

export type ImportError = components["schemas"]["ImportErrorResponse"];

export type AffectedDags = components["schemas"]["AffectedDags"];

/** What is wrong, without where and how it came to that. */
export function messageOf({ stack_trace: trace }: ImportError): string {
  return trace.split("\n")[0] ?? "";
}

/** `etl/broken.ts:14` */
export function placeOf({ filename, line }: ImportError): string {
  return line === null ? filename : `${filename}:${line}`;
}

/** Files that had an error a moment ago and have none now. */
export function mended(before: readonly ImportError[], now: readonly ImportError[]): readonly string[] {
  const broken = new Set(now.map(({ filename }) => filename));
  return [...new Set(before.map(({ filename }) => filename))].filter((file) => !broken.has(file));
}
