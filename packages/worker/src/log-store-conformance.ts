/**
 * The suite that every log store passes: call it in a vitest file with a function that makes a harness. The shipper is the real
 * one, over files; what counts is read from the store alone.
 */
import { describe } from "vitest";
import type { LogStoreHarness } from "./logs/conformance/harness.ts";
import { keeping } from "./logs/conformance/keeping.ts";
import { shipping } from "./logs/conformance/shipping.ts";

export type { LogStoreHarness } from "./logs/conformance/harness.ts";

export function logStoreConformance(
  name: string,
  make: () => Promise<LogStoreHarness>,
  { timeoutMillis = 60_000 }: { /** What a single case may take. */ readonly timeoutMillis?: number } = {},
): void {
  describe(`${name} keeps the contract of a log store:`, { timeout: timeoutMillis }, () => {
    keeping(make);
    shipping(make);
  });
}
