/**
 * The inside of a process of code that waits, as promises, tens of thousands at once. Code that blocks keeps all the others
 * waiting, so it is found out, and the process ended; code that ends the process has them all begun again. Ends when the worker vanishes.
 */
import { inspect } from "node:util";
import type { BundleRef, Json } from "@momiji/core";
import { Questions } from "../function-lane/child-questions.ts";
import { type Bundle, load, loadedBundle } from "../function-lane/child-bundles.ts";
import { LazyAbort } from "../lazy-abort.ts";
import { OutletNotes } from "../task-assets.ts";
import type { ContextServices } from "../task-context.ts";
import { xcomValue } from "../xcom-value.ts";
import { inTheNameOf, watchForBusyCode } from "./busy-watch.ts";
import type { FromHost, HostedCall, HostSettings, ToHost } from "./host-protocol.ts";

/** One piece of code that runs, and what it may use. */
export interface Running<Work> extends HostedCall<Work> {
  readonly services: ContextServices;
  /** About the job, as the engine's own words. */
  say(level: "debug" | "info" | "warning" | "error", message: string): void;
  /** Sends lines; resolves when the worker has written them. */
  sendLines(lines: Extract<FromHost<never>, readonly ["lines", ...unknown[]]>[2]): Promise<void>;
}

export const settings = JSON.parse(process.argv[2] ?? "{}") as HostSettings;

const begun = performance.now();
const NO_LONGER_WANTED = "it is no longer waited for";

let loading: Promise<unknown> = Promise.resolve();

/** One bundle after another: what they say while they are evaluated belongs to them. */
export function bundleOf(ref: BundleRef): Promise<Bundle> | Bundle {
  const known = loadedBundle(ref);
  if (known !== undefined) return known;
  const loaded = loading.then(() => loadedBundle(ref) ?? load(ref));
  loading = loaded.catch(() => undefined);
  return loaded;
}

/** Runs what the worker sends. `run` never rejects. */
export function serve<Work, Result>(run: (running: Running<Work>) => Promise<Result>): void {
  const host = new Host(run);
  watchForBusyCode(settings.blockedAfterMillis);
  process.on("message", (message: ToHost<Work>) => host.hear(message));
  // Of whom it was is not known: all others shall not pay for it.
  process.on("uncaughtException", (error) => process.stderr.write(`${inspect(error)}\n`));
  process.once("disconnect", () => process.exit(0));
  process.on("SIGTERM", () => {});
}

class Host<Work, Result> {
  readonly #run: (running: Running<Work>) => Promise<Result>;
  readonly #running = new Map<string, LazyAbort>();
  /** Resolved when lines of this code were written, oldest first. */
  readonly #taken = new Map<string, (() => void)[]>();
  #asking = "";
  readonly #questions = new Questions((number, question) => this.#tell(["ask", this.#asking, number, question]));

  constructor(run: (running: Running<Work>) => Promise<Result>) {
    this.#run = run;
  }

  hear(message: ToHost<Work>): void {
    switch (message[0]) {
      case "start":
        return void this.#start(message[1]);
      case "abort":
        return this.#running.get(message[1])?.abort(NO_LONGER_WANTED);
      case "stop":
        return this.#stop(message[1]);
      case "answer":
        return this.#questions.answer(message[1], message[2]);
      case "refuse":
        return this.#questions.refuse(message[1], message[2]);
      case "taken":
        return this.#taken.get(message[1])?.shift()?.();
    }
  }

  async #start(call: HostedCall<Work>): Promise<void> {
    const { id } = call;
    const abort = new LazyAbort();
    this.#running.set(id, abort);
    const running: Running<Work> = {
      ...call,
      services: this.#servicesOf(id, abort),
      say: (level, message) => this.#tell(["said", id, "momiji", level, message]),
      sendLines: (lines) => this.#sendLines(id, lines),
    };
    const result = await inTheNameOf(call, () => this.#run(running));
    // It may have been stopped, and begun again, meanwhile.
    if (this.#running.get(id) !== abort) return;
    this.#running.delete(id);
    this.#taken.delete(id);
    this.#tell(["done", id, result]);
  }

  #stop(id: string): void {
    const abort = this.#running.get(id);
    this.#running.delete(id);
    for (const resolve of this.#taken.get(id) ?? []) resolve();
    this.#taken.delete(id);
    abort?.abort(NO_LONGER_WANTED);
  }

  #sendLines(id: string, lines: Parameters<Running<Work>["sendLines"]>[0]): Promise<void> {
    if (!this.#running.has(id)) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const taken = this.#taken.get(id) ?? [];
    this.#taken.set(id, taken);
    taken.push(resolve);
    this.#tell(["lines", id, lines]);
    return promise;
  }

  #servicesOf(id: string, abort: LazyAbort): ContextServices {
    return {
      now: () => settings.now + Math.round((performance.now() - begun) * 1000),
      log: (level, message) => this.#tell(["said", id, "task", level, message]),
      maskSecret: (value) => this.#tell(["secret", id, value]),
      signal: () => abort.signal(),
      outlets: new OutletNotes([], 0),
      push: (key, value) => this.#tell(["pushed", id, [{ key, value: checked(key, value) }]]),
      ask: (question) => {
        this.#asking = id;
        return this.#questions.ask(question);
      },
    };
  }

  #tell(message: FromHost<Result>): void {
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  }
}

function checked(key: string, value: Json): Json {
  return xcomValue(`the value pushed as "${key}"`, value, settings.maxXComBytes);
}
