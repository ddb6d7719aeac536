/** The options of a worker with their defaults. */
import { availableParallelism } from "node:os";
import { createMasker } from "@momiji/core";
import type { WorkerOptions } from "./worker-options.ts";

export type Settings = Required<WorkerOptions>;

const DEFAULTS = {
  maxChildren: 32,
  bundlesPerChild: 24,
  functionMemoryMiB: 512,
  killGraceMillis: 5_000,
  hostBlockedMillis: 10_000,
  cleanUpMillis: 10_000,
  maxXComBytes: 1 << 20,
  maxLogBytes: 100 << 20,
} as const;

export function settingsOf(options: WorkerOptions): Settings {
  return {
    ...DEFAULTS,
    warmChildren: availableParallelism(),
    secrets: createMasker(),
    warn: (message) => process.emitWarning(message),
    ...options,
  };
}
