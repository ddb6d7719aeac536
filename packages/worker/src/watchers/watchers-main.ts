/**
 * A process that runs the watchers of one bundle, side by side. Ends when the worker vanishes. What a watcher throws is
 * told and it is begun anew; what nobody awaited ends the process, and the worker begins it anew.
 */
import { toTemporal } from "@momiji/core/time";
import { load } from "../function-lane/child-bundles.ts";
import { Questions } from "../function-lane/child-questions.ts";
import type { FromWatchers, ToWatchers, WatcherSettings } from "./watcher-protocol.ts";
import { WatcherRun } from "./watcher-run.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as WatcherSettings;
const runs = new Map<number, WatcherRun>();
/** Who waits until what it saw is kept. */
const keeping = new Map<number, () => void>();
const questions = new Questions((number, question) => tell(["ask", number, question]));
let bundle: ReturnType<typeof load> | null = null;

function tell(message: FromWatchers): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

type Watch = Extract<ToWatchers, readonly ["watch", ...unknown[]]>;

function watch([, id, wanted, now]: Watch): void {
  const began = performance.now();
  const log = (level: "debug" | "info" | "warning" | "error") => (message: string, fields?: object) =>
    tell(["said", id, level, fields === undefined ? message : `${message} ${JSON.stringify(fields)}`]);
  const run = new WatcherRun(wanted, {
    settings,
    context: {
      now: () => toTemporal(now + Math.round((performance.now() - began) * 1000)),
      log: { debug: log("debug"), info: log("info"), warning: log("warning"), error: log("error") },
      variables: { get: async (key) => (await questions.ask({ ask: "variable", key })) as string | undefined },
      connections: { get: async (name) => (await questions.ask({ ask: "connection", id: name })) as never },
    },
    load: async () => (await (bundle ??= load(wanted.bundle))).dags,
    seen: (seen) =>
      new Promise((resolve) => {
        keeping.set(id, resolve);
        tell(["seen", id, seen]);
      }),
    failed: (message) => tell(["failed", id, message]),
    pause,
  });
  runs.set(id, run);
  void run.run().then(() => {
    runs.delete(id);
    tell(["stopped", id]);
  });
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

process.on("message", (message: ToWatchers) => {
  switch (message[0]) {
    case "watch":
      return watch(message);
    case "stop":
      runs.get(message[1])?.stop();
      return keeping.get(message[1])?.();
    case "kept":
      return keeping.get(message[1])?.();
    case "answer":
      return questions.answer(message[1], message[2]);
    case "refuse":
      return questions.refuse(message[1], message[2]);
  }
});
process.once("disconnect", () => process.exit(0));
