/** Keeps the server busy: a run of each DAG at any time, the next as soon as the last has ended. */
import { setTimeout as pause } from "node:timers/promises";
import type { Server } from "./server.ts";
import { expected } from "./workload/workload.ts";

const LOOK_AGAIN_MILLIS = 100;

export class Work {
  readonly #server: Server;
  /** Triggers that the server has acknowledged. */
  readonly acknowledged: { readonly dagId: string; readonly runId: string }[] = [];
  #number = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Until the signal is aborted. */
  async keepGoing(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#triggerMissing();
      await pause(LOOK_AGAIN_MILLIS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves when every DAG has a run under way, so that the end is never about nothing; or when the server has ended. */
  async goOnce(): Promise<void> {
    while (!(await this.#triggerMissing()) && this.#server.ending === null) await pause(LOOK_AGAIN_MILLIS);
  }

  /** Resolves with true when no run is unfinished; false: not within the time, or the server ended. */
  async ended(withinMillis: number): Promise<boolean> {
    const deadline = performance.now() + withinMillis;
    while (performance.now() < deadline && this.#server.ending === null) {
      const unfinished = await Promise.all([...expected.keys()].map((dagId) => this.#unfinished(dagId)));
      if (unfinished.every((count) => count === 0)) return true;
      await pause(LOOK_AGAIN_MILLIS);
    }
    return false;
  }

  /** A new run of each DAG that has none unfinished. False: the server does not know all DAGs yet, or did not answer. */
  async #triggerMissing(): Promise<boolean> {
    let areAllBusy = true;
    for (const dagId of expected.keys()) {
      const unfinished = await this.#unfinished(dagId);
      if (unfinished === 0) areAllBusy = (await this.#trigger(dagId)) && areAllBusy;
      else if (unfinished === null) areAllBusy = false;
    }
    return areAllBusy;
  }

  async #trigger(dagId: string): Promise<boolean> {
    const runId = `run${++this.#number}`;
    const response = await this.#server.request("POST", `/dags/${dagId}/dagRuns`, { dag_run_id: runId });
    if (response?.status !== 200) return false;
    this.acknowledged.push({ dagId, runId });
    return true;
  }

  /** Null: the server did not say. */
  async #unfinished(dagId: string): Promise<number | null> {
    const response = await this.#server.request("GET", `/dags/${dagId}/dagRuns?limit=1000`);
    if (response?.status !== 200) return null;
    const { dag_runs: runs } = response.answer as { dag_runs: { state: string }[] };
    return runs.filter(({ state }) => state === "queued" || state === "running").length;
  }
}
