/**
 * A worker in a process of its own, to be killed: `node job-worker-process.testing.ts FOLDER STATE`. Does what its parent tells
 * it, and tells its events.
 */
import { join } from "node:path";
import type { AttemptEvent } from "@momiji/core";
import { realClock, startWorker } from "../../worker.testing.ts";
import type { ToWorkerProcess } from "./worker-life.ts";

const [folder = "", stateDir = ""] = process.argv.slice(2);
const bench = await startWorker({ folder, stateDir: join(folder, stateDir), clock: realClock, killGraceMillis: 5_000 });

process.on("message", (message: ToWorkerProcess) => void obey(message));
process.once("disconnect", () => process.exit(0));
process.send?.(["ready"]);
const told = new Set<AttemptEvent>();
await bench.until((event): event is typeof event => {
  if (!told.has(event)) process.send?.(["event", event]);
  told.add(event);
  return false;
});

async function obey(message: ToWorkerProcess): Promise<void> {
  switch (message[0]) {
    case "run":
      return bench.worker.run(message[1]);
    case "recover":
      await bench.worker.recover(message[1]);
      return bench.worker.endOthers();
    case "cancel":
      return bench.worker.cancel(message[1], message[2]);
    case "acknowledge":
      return bench.worker.acknowledge([message[1]]);
    case "stop":
      await bench.worker.stop(0);
      process.send?.(["stopped", bench.warnings]);
      return process.disconnect?.();
  }
}
