/**
 * Notices that code keeps the event loop busy: a thread beside the loop counts its beats, and when they stay
 * out stops the code where it is, asks whose it is, and tells the worker.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Worker } from "node:worker_threads";
import type { BundleRef } from "@momiji/core";
import { asWritten } from "../function-lane/child-bundles.ts";

/** Where the thread finds `whoIsBusy` while the code is stopped. */
export const WHO_IS_BUSY = "momiji.who-is-busy";

const BEAT_MILLIS = 200;

export interface WatchSettings {
  readonly beats: Int32Array;
  readonly blockedAfterMillis: number;
}

/** Whose code it is that runs. */
interface Owner {
  readonly id: string;
  /** Null: its code is that of a package. */
  readonly bundle: BundleRef | null;
}

const owners = new AsyncLocalStorage<Owner>();

/** Runs code, and whatever follows from it later, in its name. */
export function inTheNameOf<Result>(owner: Owner, run: () => Result): Result {
  return owners.run(owner, run);
}

export function watchForBusyCode(blockedAfterMillis: number): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => void Atomics.add(beats, 0, 1), BEAT_MILLIS).unref();
  (globalThis as { [name: symbol]: unknown })[Symbol.for(WHO_IS_BUSY)] = whoIsBusy;
  const module = `./busy-watch-thread${import.meta.url.slice(import.meta.url.lastIndexOf("."))}`;
  const workerData: WatchSettings = { beats, blockedAfterMillis };
  const thread = new Worker(new URL(module, import.meta.url), { workerData });
  // Without it the code is only not watched.
  thread.on("error", () => undefined);
  thread.unref();
}

/** Called in the middle of the code, on top of its stack. */
function whoIsBusy(): { readonly id: string | null; readonly detail: string | null } {
  const owner = owners.getStore();
  if (owner === undefined) return { id: null, detail: null };
  const stack = new Error("busy").stack ?? "";
  // This function and what the thread has asked for stand above it.
  const detail = stack
    .split("\n")
    .slice(1)
    .filter((line) => !/whoIsBusy|eval at/.test(line))
    .join("\n");
  return { id: owner.id, detail: placesAsWritten(detail, owner.bundle) };
}

function placesAsWritten(detail: string, bundle: BundleRef | null): string {
  if (bundle === null) return detail;
  const told = asWritten({ kind: "failed", code: "", message: "", retryable: true, detail }, bundle);
  return (told.kind === "failed" ? (told.detail ?? detail) : detail).replaceAll("file://", "");
}
