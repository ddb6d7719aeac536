/** When a sensor is asked again: Airflow's arithmetic (`BaseSensorOperator`), jitter included. Seconds throughout. */
import { createHash } from "node:crypto";
import type { SensorSpec } from "@momiji/core";

export interface PokeState {
  readonly sensor: SensorSpec;
  /** Tells sensors apart, so that those with backoff do not ask at the same moment: DAG, task and first start. */
  readonly key: string;
  /** Questions asked so far. */
  readonly pokes: number;
  readonly elapsedSeconds: number;
}

/** An interval of 0 would ask without pause. */
const SHORTEST_SECONDS = 0.01;

/** The pause before the next question. */
export function pauseSeconds({ sensor, key, pokes, elapsedSeconds }: PokeState): number {
  if (sensor.exponentialBackoff !== true) return Math.max(sensor.pokeIntervalSeconds, SHORTEST_SECONDS);
  const pause = Math.min(backoffSeconds(sensor, key, pokes), sensor.timeoutSeconds - Math.trunc(elapsedSeconds));
  const longest = sensor.maxWaitSeconds ?? 0;
  return Math.max(longest > 0 ? Math.min(longest, pause) : pause, SHORTEST_SECONDS);
}

/** How often a sensor must have been asked to have come so far; for one that goes on after a restart. */
export function pokesWithin(elapsedSeconds: number, sensor: SensorSpec, key: string): number {
  if (sensor.exponentialBackoff !== true || elapsedSeconds <= 0) return 0;
  let pokes = 0;
  for (let passed = 0; passed <= elapsedSeconds;) passed += backoffSeconds(sensor, key, ++pokes);
  return pokes - 1;
}

/** Twice as long each time, from half the interval, and up to as much again by a hash. */
function backoffSeconds(sensor: SensorSpec, key: string, pokes: number): number {
  const least = Math.max(Math.trunc(sensor.pokeIntervalSeconds * 2 ** Math.min(pokes - 2, 40)), 1);
  const hash = createHash("sha1").update(`${key}#${pokes}`).digest("hex");
  return least + Number(BigInt(`0x${hash}`) % BigInt(least));
}
