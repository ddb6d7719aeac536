/** What the loop keeps in memory of callbacks and deadlines, beside its runs. */
import type { CallbackRecord, Micros } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { TimelineKey } from "../timeline.ts";
import { CallbackDesk } from "./callback-desk.ts";
import { type DeadlineDeps, DeadlineDesk } from "./deadline-desk.ts";

/** Keys of the timeline that are neither a run nor a DAG; no DAG id has a colon. */
export const alarmKey = {
  callback: (id: string): TimelineKey => `callback:${id}`,
  deadline: (runKey: number): TimelineKey => `deadline:${runKey}`,
  input: (attemptId: string): TimelineKey => `input:${attemptId}`,
} as const;

export interface AlarmKey {
  readonly kind: "callback" | "deadline" | "input";
  readonly id: string;
}

/** Null: it is a run's or a DAG's. */
export function readAlarmKey(key: TimelineKey): AlarmKey | null {
  if (typeof key === "number") return null;
  const colon = key.indexOf(":");
  return colon < 0 ? null : { kind: key.slice(0, colon) as AlarmKey["kind"], id: key.slice(colon + 1) };
}

export class Alarms {
  readonly callbacks = new CallbackDesk();
  readonly deadlines: DeadlineDesk;
  readonly #store: Store;
  #toRecover: CallbackRecord[] = [];
  #toArm: [TimelineKey, Micros | null][] = [];

  constructor(deps: DeadlineDeps) {
    this.#store = deps.store;
    this.deadlines = new DeadlineDesk(deps);
  }

  clear(): void {
    this.callbacks.clear();
    this.deadlines.clear();
    this.#toRecover = [];
    this.#toArm = [];
  }

  /** What the store holds of these DAGs, which this scheduler has just come to own. */
  async load(dagIds: readonly string[]): Promise<void> {
    if (dagIds.length === 0) return;
    for (const record of await this.#store.loadCallbacks(dagIds)) {
      this.callbacks.hold(record);
      if (record.state === "queued") this.#toRecover.push(record);
      else this.#toArm.push([alarmKey.callback(record.id), record.dueAt]);
    }
    for (const runKey of await this.deadlines.load(dagIds))
      this.#toArm.push([alarmKey.deadline(runKey), this.deadlines.nextOf(runKey)]);
  }

  /** The commit of a run was refused, and the run has ended meanwhile: its deadlines are as the store has them. */
  async takeBackDeadlines(runKey: number): Promise<void> {
    await this.deadlines.takeBack(runKey);
    this.#toArm.push([alarmKey.deadline(runKey), this.deadlines.nextOf(runKey)]);
  }

  /** Deliveries that were out when they were loaded. */
  takeToRecover(): CallbackRecord[] {
    const records = this.#toRecover;
    this.#toRecover = [];
    return records;
  }

  /** What must be put into the timeline. */
  takeToArm(): [TimelineKey, Micros | null][] {
    const keys = this.#toArm;
    this.#toArm = [];
    return keys;
  }

  /** Before a turn: reads what it will need of deadlines that are due and whose runs are not in memory. */
  async lookUp(due: readonly TimelineKey[], isInMemory: (runKey: number) => boolean): Promise<void> {
    for (const key of due) {
      const alarm = readAlarmKey(key);
      if (alarm?.kind === "deadline" && !isInMemory(Number(alarm.id))) await this.deadlines.lookUp(Number(alarm.id));
    }
  }
}
