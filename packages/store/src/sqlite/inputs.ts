/** Questions to people and their answers. */
import type { InputAnswer } from "@momiji/core";
import type { Noted } from "../access-store.ts";
import type { InputDetail, InputFilter, InputKey, InputQuestion } from "../input-store.ts";
import { inputListQueries } from "../queries/lists/input-list.ts";
import { answerValues, inputFromRow, type InputRow, questionValues } from "../rows/input-row.ts";
import type { RunCommit } from "../store.ts";
import type { Connection } from "./connection.ts";
import { insertEvents } from "./event-log.ts";
import { appendInbox } from "./inbox.ts";
import { ALARM } from "./statements.ts";

export function listInputs(db: Connection, filter: InputFilter): { details: InputDetail[]; total: number } {
  const { page, count } = inputListQueries(filter);
  return db.read(() => ({
    details: db.all<InputRow>(page.text, ...page.values).map(inputFromRow),
    total: db.get<{ total: number }>(count.text, ...count.values)?.total ?? 0,
  }));
}

export function loadInputs(db: Connection, { runKey, taskId, mapIndex }: InputKey): InputDetail[] {
  return db.all<InputRow>(ALARM.selectInputs, runKey, taskId, mapIndex).map(inputFromRow);
}

/** Within a transaction: the answer, its entry of the inbox and what is noted of it stand and fall together. */
export function respond(
  db: Connection,
  key: InputKey,
  { answer, noted }: { readonly answer: InputAnswer; readonly noted: Noted },
): "taken" | "answered" | "not_waiting" {
  const row = db.get<InputRow>(ALARM.selectAsked, key.runKey, key.taskId, key.mapIndex);
  if (row === undefined) {
    const last = loadInputs(db, key).at(-1);
    return last?.answer == null ? "not_waiting" : "answered";
  }
  if (row.responded_at !== null) return "answered";
  writeAnswer(db, key.runKey, { ...key, tryNumber: row.try_number, answer });
  appendInbox(db, [{ type: "answered", attemptId: row.attempt_id, at: answer.respondedAt, answer }], noted.now);
  insertEvents(db, noted.events, noted.now);
  return "taken";
}

/** What a commit says of questions. */
export function writeQuestions(db: Connection, runKey: number, questions: readonly InputQuestion[]): void {
  for (const question of questions) db.run(ALARM.insertQuestion, ...questionValues(runKey, question));
}

type TakenAnswer = NonNullable<RunCommit["answers"]>[number];

export function writeAnswer(db: Connection, runKey: number, taken: TakenAnswer): void {
  const { taskId, mapIndex, tryNumber, answer } = taken;
  db.run(ALARM.updateAnswer, ...answerValues(answer), runKey, taskId, mapIndex, tryNumber);
}

/** A person was faster than the time-out that this commit speaks of: what it decided does not hold. */
export function isOvertaken(db: Connection, { runKey, answers = [] }: RunCommit): boolean {
  return answers.some(
    ({ taskId, mapIndex, tryNumber }) =>
      db.get(ALARM.selectAnswered, runKey, taskId, mapIndex, tryNumber) !== undefined,
  );
}
