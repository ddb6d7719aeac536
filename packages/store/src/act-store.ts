/** What people do to runs from outside: conditional on each run's revision, but not on the fence, since they own no DAG. */
import type { InstanceKey, Micros, RunChanges } from "@momiji/core";
import type { EventLogEntry } from "./event-log-store.ts";

/** What an act changes in one run: a decision's changes, of which the conclusions are left to the scheduler. */
export interface RunAct {
  readonly runKey: number;
  /** `DagRun.revision` that the decision was computed from. */
  readonly expectRevision: number;
  readonly changes: Pick<RunChanges, "run" | "insert" | "update"> & Partial<Pick<RunChanges, "remove">>;
}

export interface TaskNote extends InstanceKey {
  readonly runKey: number;
  /** Null: the note goes. */
  readonly note: string | null;
}

export interface ActBatch {
  readonly now: Micros;
  readonly runs?: readonly RunAct[];
  /** The runs with everything that belongs to them. */
  readonly deleteRuns?: readonly { readonly runKey: number; readonly expectRevision: number }[];
  readonly taskNotes?: readonly TaskNote[];
  /** Switches of DAGs: paused or not, and the word of a person for a held catchup. */
  readonly dags?: readonly {
    readonly dagId: string;
    readonly isPaused?: boolean;
    readonly confirmsCatchup?: boolean;
  }[];
  readonly backfills?: readonly BackfillChange[];
  readonly events: readonly EventLogEntry[];
}

/** A backfill is held, let go, or over; its limit is another. */
export interface BackfillChange {
  readonly id: number;
  readonly isPaused: boolean;
  readonly isCompleted: boolean;
  /** Absent: as it was. */
  readonly maxActiveRuns?: number;
}

export type ActResult =
  | { readonly applied: true }
  /** Nothing was written: these runs have changed or gone meanwhile. Load them again and decide anew. */
  | { readonly applied: false; readonly stale: readonly number[] };

export interface ActStore {
  /** All of it or nothing. Durable when it resolves; the owners of the runs are told. */
  act(batch: ActBatch): Promise<ActResult>;
  /** Notes on the task instances of a run. */
  listTaskNotes(runKey: number): Promise<TaskNote[]>;
}
