/**
 * Removes what was recorded of DAGs that somebody has deleted: in small steps while everything goes on, logs after the runs
 * that they are of, and the record last. So what a process that died has left is found again by the next.
 */
import type { Clock } from "@momiji/core";
import type { DagDeletionStore } from "@momiji/store";
import { Pace } from "./retention/pace.ts";
import type { SchedulerLog } from "./scheduler-options.ts";

export interface DagRemoverOptions {
  readonly store: DagDeletionStore;
  readonly clock: Clock;
  readonly log: SchedulerLog;
  /** Removes all logs of a DAG; the call paces itself. */
  readonly removeLogs: (dagId: string, pace: Pace) => Promise<number>;
}

export class DagRemover {
  readonly #options: DagRemoverOptions;
  readonly #stop = new AbortController();
  readonly #removing = new Map<string, Promise<void>>();

  constructor(options: DagRemoverOptions) {
    this.#options = options;
  }

  /** Of a DAG that is marked in the store. Resolves when nothing is left of it, or, after `stop`, with the rest still there. */
  remove(dagId: string): Promise<void> {
    const known = this.#removing.get(dagId);
    if (known !== undefined) return known;
    const removing = this.#remove(dagId).finally(() => this.#removing.delete(dagId));
    this.#removing.set(dagId, removing);
    return removing;
  }

  /** Goes on with what an earlier process has left. */
  async resume(): Promise<void> {
    for (const dagId of await this.#options.store.listDeletedDags()) await this.remove(dagId);
  }

  /** Resolves when the step that is under way is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#removing.values());
  }

  async #remove(dagId: string): Promise<void> {
    const { store, clock, log, removeLogs } = this.#options;
    const pace = new Pace(clock, this.#stop.signal);
    for (let isEmpty = false; !isEmpty;) {
      if (pace.isStopped) return;
      isEmpty = await pace.step((rows) => store.removeDagStep(dagId, rows));
    }
    const logFiles = await removeLogs(dagId, pace);
    if (pace.isStopped) return;
    await store.forgetDag(dagId);
    log.info(`deleted ${dagId} with its runs and ${logFiles} log files`);
  }
}
