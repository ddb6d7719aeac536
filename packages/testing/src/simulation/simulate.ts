/** One world from a seed, lived through and audited. The same seed gives the same world and the same hash. */
import { World, type WorldOptions } from "./world.ts";

export type SimulationOptions = WorldOptions;

export interface SimulationResult {
  readonly seed: number;
  /** Of everything that happened, in order. */
  readonly hash: string;
  /** What did not hold; empty: everything did. */
  readonly violations: readonly string[];
  readonly commits: number;
  readonly runs: number;
  readonly attempts: number;
  /** Deaths of the scheduler's process. */
  readonly deaths: number;
}

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const world = await World.create(options);
  await world.live();
  const { audit, ledger, deaths, trace } = world;
  trace.note("violations", audit.violations);
  return {
    seed: options.seed,
    hash: trace.digest(),
    violations: audit.violations,
    commits: audit.commits,
    runs: audit.runs,
    attempts: ledger.size,
    deaths,
  };
}
