/** Who runs tasks: executors with their slots, workers with what they hold, queues with who waits in them. */
import type { ActiveInstance } from "@momiji/store";
import { presentInstant } from "../present.ts";

/** A task instance that waits or runs, and where it belongs. */
export interface Placed {
  readonly instance: ActiveInstance;
  readonly executor: string;
  readonly queue: string;
  /** Whoever asks may know which it is. */
  readonly isVisible: boolean;
}

/** Attempts that are told of one worker. */
const MOST_ATTEMPTS = 200;

export function presentWorkers(placed: readonly Placed[], executors: ReadonlyMap<string, number>) {
  const running = placed.filter(({ instance: { state, worker } }) => isHeld(state) && worker !== null);
  const names = [...executors.keys()].filter((name) => name !== "default" || executors.size === 1);
  const unknown = placed.map(({ executor }) => executor).filter((name) => !executors.has(name));
  return {
    executors: [...new Set([...names, ...unknown])].toSorted().map((name) => {
      const own = placed.filter(({ executor }) => executor === name || (executor === "default" && names.length === 1));
      return { name, slots: executors.get(name) ?? null, ...countsOf(own) };
    }),
    workers: [...Map.groupBy(running, ({ instance }) => instance.worker as string)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, held]) => presentWorker(name, held)),
    queues: [...Map.groupBy(placed, ({ queue }) => queue)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => ({ name, ...countsOf(of) })),
  };
}

function isHeld(state: ActiveInstance["state"]): boolean {
  return state === "running" || state === "restarting";
}

function countsOf(placed: readonly Placed[]) {
  const inState = (...states: readonly ActiveInstance["state"][]) =>
    placed.filter(({ instance }) => states.includes(instance.state));
  const queued = inState("queued");
  const waits = queued.flatMap(({ instance }) => instance.queuedAt ?? []);
  return {
    running: inState("running", "restarting").length,
    queued: queued.length,
    scheduled: inState("scheduled").length,
    deferred: inState("deferred").length,
    oldestQueued: presentInstant(waits.length === 0 ? null : waits.reduce((a, b) => Math.min(a, b))),
  };
}

function presentWorker(name: string, held: readonly Placed[]) {
  const visible = held.filter(({ isVisible }) => isVisible).slice(0, MOST_ATTEMPTS);
  return {
    name,
    host: name.includes("@") ? name.slice(name.indexOf("@") + 1) : null,
    running: held.length,
    attempts: visible.map(({ instance }) => ({
      dagId: instance.dagId,
      runId: instance.runId,
      taskId: instance.taskId,
      mapIndex: instance.mapIndex,
      start: presentInstant(instance.startDate),
    })),
    /** Attempts that are not told: of DAGs that whoever asks may not see, or too many. */
    hidden: held.length - visible.length,
  };
}
