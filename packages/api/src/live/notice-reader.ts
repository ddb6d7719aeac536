/** Makes events of what the store says has changed. */
import type { Micros } from "@momiji/core";
import type { RunNotice, Store, StoreNotice } from "@momiji/store";
import {
  dagEvent,
  deadlineEvent,
  followingEvents,
  instanceEvents,
  type LiveEvent,
  removedEvent,
  runEvent,
  type RunName,
} from "./live-event.ts";
import { presentInstant } from "../present.ts";

/** Runs whose names are remembered: a run is in many notices. */
const MOST_KNOWN = 10_000;

export class NoticeReader {
  readonly #store: Store;
  readonly #names = new Map<number, RunName>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** @param at when it was told of: as good as the moment of the commit */
  async eventsOf(notice: StoreNotice, at: Micros): Promise<readonly LiveEvent[]> {
    const workers = new Set<string>();
    const events = await this.#read(notice, workers);
    const moment = presentInstant(at);
    return [...events, ...followingEvents(events, workers)].map((event) => ({
      ...event,
      data: { ...event.data, at: moment },
    }));
  }

  async #read(notice: StoreNotice, workers: Set<string>): Promise<readonly LiveEvent[]> {
    switch (notice.kind) {
      case "runs":
        return this.#ofRuns(notice, workers);
      case "dags":
        return this.#ofDags(notice.dagIds);
      case "backfills":
        return notice.dagIds.map((dagId) => dagEvent("backfill", dagId));
      case "assets":
        return notice.dagIds.map((dagId) => dagEvent("asset", dagId));
      case "pools":
        return [{ name: "pool", dagId: null, topics: ["home", "pools"], data: {} }];
      case "import-errors":
        return [{ name: "import_error", dagId: null, topics: ["home", "import_errors"], data: {} }];
      case "inbox":
      case "access":
        return [];
    }
  }

  async #ofRuns(
    { dagIds, runKeys, changes }: Extract<StoreNotice, { kind: "runs" }>,
    workers: Set<string>,
  ): Promise<readonly LiveEvent[]> {
    if (changes !== undefined) return this.#ofChanges(changes(), workers);
    if (runKeys === undefined) return dagIds.map((dagId) => dagEvent("stale", dagId));
    const loaded = await this.#store.loadRuns(runKeys);
    return loaded.flatMap(({ run, instances }) => [
      runEvent(run, run),
      ...instances.flatMap((instance) => instanceEvents(run, instance)),
    ]);
  }

  async #ofChanges(changes: readonly RunNotice[], workers: Set<string>): Promise<readonly LiveEvent[]> {
    await this.#learn(changes);
    for (const { instances } of changes)
      for (const { worker, state } of instances) if (worker !== null && state !== "scheduled") workers.add(worker);
    return changes.flatMap(({ runKey, run, instances, removed, missed }) => {
      const name = this.#names.get(runKey);
      if (name === undefined) return [];
      if (run === null) this.#names.delete(runKey);
      return [
        ...(run === undefined ? [] : [runEvent(name, run)]),
        ...removed.map((key) => removedEvent(name, key)),
        ...instances.flatMap((instance) => instanceEvents(name, instance)),
        ...(missed === undefined ? [] : [deadlineEvent(name, missed)]),
      ];
    });
  }

  /** Of a run that was deleted before its name was known nothing can be told, and nobody has seen it. */
  async #learn(changes: readonly RunNotice[]): Promise<void> {
    if (this.#names.size > MOST_KNOWN) this.#names.clear();
    for (const { run } of changes) if (run) this.#names.set(run.runKey, { dagId: run.dagId, runId: run.runId });
    const unknown = changes.map(({ runKey }) => runKey).filter((runKey) => !this.#names.has(runKey));
    if (unknown.length === 0) return;
    for (const { run } of await this.#store.loadRuns(unknown))
      this.#names.set(run.runKey, { dagId: run.dagId, runId: run.runId });
  }

  async #ofDags(dagIds: readonly string[]): Promise<readonly LiveEvent[]> {
    const dags = await this.#store.listDags({ dagIds, includeInactive: true });
    return dags.map((dag) =>
      dagEvent("dag", dag.dagId, {
        paused: dag.isPaused,
        active: dag.isActive,
        version: dag.version,
        importErrors: dag.hasImportErrors,
      }),
    );
  }
}
