/**
 * The suite that every operator of outside jobs passes: call it in a vitest file with a function that makes a harness. Workers are
 * real processes, killed with SIGKILL at every boundary; what counts is looked up at the engine itself.
 */
import { describe } from "vitest";
import type { JobHarness } from "./job-lane/conformance/bench.ts";
import { cancelling } from "./job-lane/conformance/cancelling.ts";
import { dying } from "./job-lane/conformance/dying.ts";
import { running } from "./job-lane/conformance/running.ts";
import { troubles } from "./job-lane/conformance/troubles.ts";

export type { JobHarness, JobPlan } from "./job-lane/conformance/bench.ts";

export interface JobConformanceOptions {
  /**
   * Jobs whose workers are killed three times each, at moments that a seed chooses; default 3. In the environment
   * `MOMIJI_RANDOM_KILLS` says how many kills instead, for a nightly run.
   */
  readonly randomDeaths?: number;
  /** What a single case may take; default 60,000. */
  readonly timeoutMillis?: number;
  /** True: cases run at once, where an engine takes its time. Each has a harness of its own anyway. Default false. */
  readonly concurrent?: boolean;
}

export function jobOperatorConformance(
  name: string,
  make: () => Promise<JobHarness>,
  { randomDeaths = 3, timeoutMillis = 60_000, concurrent = false }: JobConformanceOptions = {},
): void {
  describe(`${name} keeps the contract of a job operator:`, { timeout: timeoutMillis, concurrent }, () => {
    running(make);
    dying(make, randomDeaths);
    cancelling(make);
    troubles(make);
  });
}
