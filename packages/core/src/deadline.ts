/** A deadline of one run. */
import type { Micros } from "./instant.ts";

/** `pending`: ahead; `missed`: told; `met`: the run succeeded before; `none`: there is nothing that it could count from. */
export type DeadlineState = "pending" | "missed" | "met" | "none";

export interface DeadlineRecord {
  readonly runKey: number;
  readonly dagId: string;
  readonly runId: string;
  /** Which of the DAG's deadlines. */
  readonly ordinal: number;
  readonly name: string | null;
  readonly state: DeadlineState;
  /** Null: of a `none`. */
  readonly dueAt: Micros | null;
  /** When the run was queued for which it was found: one that is queued again may have another. */
  readonly queuedAt: Micros;
  readonly createdAt: Micros;
  /** When it was missed or met. */
  readonly endedAt: Micros | null;
}
