/** A question to a person as a row of `hitl_detail`. */
import type { InputAnswer, Json, Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";
import type { InputDetail, InputQuestion } from "../input-store.ts";

export const QUESTION_COLUMNS = [
  "run_key",
  "task_id",
  "map_index",
  "try_number",
  "attempt_id",
  "subject",
  "body",
  "created_at",
  "until",
] as const;

export const ANSWER_COLUMNS = [
  "responded_at",
  "responded_by_id",
  "responded_by_name",
  "chosen_options",
  "params_input",
] as const;

export interface InputRow {
  readonly run_key: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly task_id: string;
  readonly map_index: number;
  readonly try_number: number;
  readonly attempt_id: string;
  readonly subject: string;
  readonly body: string | null;
  readonly created_at: Micros;
  readonly until: Micros | null;
  readonly responded_at: Micros | null;
  readonly responded_by_id: string | null;
  readonly responded_by_name: string | null;
  readonly chosen_options: string | null;
  readonly params_input: string | null;
}

export function inputFromRow(row: InputRow): InputDetail {
  return {
    runKey: row.run_key,
    dagId: row.dag_id,
    runId: row.run_id,
    taskId: row.task_id,
    mapIndex: row.map_index,
    tryNumber: row.try_number,
    attemptId: row.attempt_id,
    subject: row.subject,
    body: row.body,
    createdAt: row.created_at,
    until: row.until,
    answer: answerFromRow(row),
  };
}

function answerFromRow(row: InputRow): InputAnswer | null {
  if (row.responded_at === null) return null;
  const { responded_by_id: id, responded_by_name: name } = row;
  return {
    chosenOptions: JSON.parse(row.chosen_options ?? "[]") as string[],
    paramsInput: JSON.parse(row.params_input ?? "{}") as { readonly [name: string]: Json },
    respondedAt: row.responded_at,
    respondedBy: id === null ? null : { id, name: name ?? id },
  };
}

/** Values of `QUESTION_COLUMNS`, in their order. */
export function questionValues(runKey: number, question: InputQuestion): SqlValue[] {
  const { taskId, mapIndex, tryNumber, attemptId, subject, body, createdAt, until } = question;
  return [runKey, taskId, mapIndex, tryNumber, attemptId, subject, body, createdAt, until];
}

/** Values of `ANSWER_COLUMNS`, in their order. */
export function answerValues({ respondedAt, respondedBy, chosenOptions, paramsInput }: InputAnswer): SqlValue[] {
  const by = respondedBy ?? { id: null, name: null };
  return [respondedAt, by.id, by.name, JSON.stringify(chosenOptions), JSON.stringify(paramsInput)];
}
