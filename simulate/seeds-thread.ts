/** Lives through the worlds of some seeds, one after the other, for `run.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { type PlantedBug, simulate } from "@momiji/testing/simulation";

interface Share {
  readonly seeds: readonly number[];
  readonly hours: number;
  readonly bug?: PlantedBug;
}

const { seeds, ...options } = workerData as Share;
for (const seed of seeds) parentPort?.postMessage(await simulate({ seed, ...options }));
