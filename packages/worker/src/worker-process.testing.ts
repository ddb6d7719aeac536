/** A worker in a process of its own, to be killed: `node worker-process.testing.ts FOLDER ORDERS`; tells its events to its parent. */
import type { AttemptOrder } from "@momiji/core";
import { startWorker } from "./worker.testing.ts";

const [folder = "", orders = "[]"] = process.argv.slice(2);
const bench = await startWorker({ folder, killGraceMillis: 60_000 });
bench.worker.warm();
for (const order of JSON.parse(orders) as AttemptOrder[]) bench.worker.run(order);
await bench.until((event): event is typeof event => {
  process.send?.(event);
  return false;
});
