/** Intents about questions to people (Airflow's `hitl_detail`). Questions are written with `commit`, answers by `respond`. */
import type { Noted } from "./access-store.ts";
import type { DagScope } from "./dag-scope.ts";
import type { InputAnswer, Micros, TaskState } from "@momiji/core";
import type { OrderBy, Range, TextMatch } from "./list-store.ts";

/** What a task asks in one of its attempts. */
export interface InputQuestion {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly tryNumber: number;
  readonly attemptId: string;
  readonly subject: string;
  readonly body: string | null;
  readonly createdAt: Micros;
  /** When the time for an answer is up; null: never. */
  readonly until: Micros | null;
}

export interface InputDetail extends InputQuestion {
  readonly runKey: number;
  readonly dagId: string;
  readonly runId: string;
  /** Null: not yet, or never. */
  readonly answer: InputAnswer | null;
}

/** `id`: in the order in which they were asked. */
export type InputOrder =
  | "id"
  | "subject"
  | "created_at"
  | "responded_at"
  | "responded_by_id"
  | "responded_by_name"
  | "dag_id"
  | "run_id"
  | "run_after"
  | "task_display_name"
  | "rendered_map_index"
  | "operator"
  | "state";

export interface InputFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly dagId?: string;
  readonly dagIdMatch?: TextMatch;
  readonly runId?: string;
  readonly taskId?: string;
  readonly taskIdMatch?: TextMatch;
  readonly mapIndex?: number;
  /** State of the task instance now. */
  readonly states?: readonly TaskState[];
  readonly isAnswered?: boolean;
  /** Part of the text, any case. */
  readonly subject?: string;
  readonly body?: string;
  readonly respondedBy?: readonly string[];
  readonly respondedByName?: readonly string[];
  readonly created?: Range;
  /** Absent: the oldest question first. */
  readonly order?: readonly OrderBy<InputOrder>[];
  /** Default 100. */
  readonly limit?: number;
  readonly offset?: number;
}

export interface InputKey {
  readonly runKey: number;
  readonly taskId: string;
  readonly mapIndex: number;
}

export interface InputStore {
  /** The question of each task instance's current attempt, if it asks one, and how many there are in all. */
  listInputs(filter: InputFilter): Promise<{ readonly details: readonly InputDetail[]; readonly total: number }>;
  /** Of all attempts of one task instance, the first first. */
  loadInputs(key: InputKey): Promise<InputDetail[]>;
  /**
   * Keeps the answer to the current attempt's question and puts it into the inbox, in one transaction. `answered`: somebody
   * was faster, or the time was up; `not_waiting`: the task instance asks nothing now. Neither changes anything, or is logged.
   */
  respond(key: InputKey, answer: InputAnswer, noted: Noted): Promise<"taken" | "answered" | "not_waiting">;
}
