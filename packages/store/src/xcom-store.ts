/** XComs that people write; those of tasks come with the commit of their attempt. */
import type { Json, Micros } from "@momiji/core";
import type { EventLogEntry } from "./event-log-store.ts";

/** `absent`: only if there is none; `present`: only over one that is there. */
export type XComWhen = "absent" | "present";

/** Names one value; as `XComKey` of `store.ts`. */
export interface XComPlace {
  readonly runKey: number;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly key: string;
}

export interface XComStore {
  /**
   * `refused`: there is one, or there is none, other than `when` asks. `no_instance`: the task instance does not exist.
   * `events` are logged in the same transaction if it was written.
   */
  putXCom(
    xcom: XComPlace & { readonly value: Json; readonly when: XComWhen },
    now: Micros,
    events: readonly EventLogEntry[],
  ): Promise<"written" | "refused" | "no_instance">;
  /** False: there was none. */
  removeXCom(place: XComPlace, now: Micros, events: readonly EventLogEntry[]): Promise<boolean>;
}
