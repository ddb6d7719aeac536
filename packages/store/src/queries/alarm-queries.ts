/** Texts about callbacks, deadlines and questions to people, for every database. */
import { type Dialect, parameterList, type Query } from "../dialect.ts";
import type { CallbackFilter } from "../callback-store.ts";
import type { DeadlineFilter } from "../deadline-store.ts";
import { CALLBACK_COLUMNS, CALLBACK_STATE_COLUMNS } from "../rows/callback-row.ts";
import { DEADLINE_COLUMNS } from "../rows/deadline-row.ts";
import { ANSWER_COLUMNS, QUESTION_COLUMNS } from "../rows/input-row.ts";
import { Conditions } from "./conditions.ts";

const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(", ");

const SELECT_CALLBACK = `
  SELECT r.dag_id, r.run_id, c.* FROM callback c JOIN dag_run r ON r.run_key = c.run_key`;
const SELECT_DEADLINE = `
  SELECT r.dag_id, r.run_id, d.* FROM deadline d JOIN dag_run r ON r.run_key = d.run_key`;
const FROM_INPUT = `
  FROM hitl_detail h
  JOIN dag_run r ON r.run_key = h.run_key
  JOIN task_instance t ON t.run_key = h.run_key AND t.task_id = h.task_id AND t.map_index = h.map_index`;
const INPUT_KEY_IS = "h.run_key = ? AND h.task_id = ? AND h.map_index = ?";

/** Written like the conditions of the partial indexes: the planner uses them only for the same words. */
const UNFINISHED = "c.state IN ('queued', 'pending')";
const PENDING = "d.state = 'pending'";
const ACTIVE_RUN = "r.state IN ('queued', 'running')";

const DEFAULT_LIMIT = 100;

export function alarmQueries({ textSet }: Dialect) {
  return {
    insertCallback: `
      INSERT INTO callback (${CALLBACK_COLUMNS.join(", ")}) VALUES ${parameterList(CALLBACK_COLUMNS)}
      ON CONFLICT (id) DO NOTHING`,
    updateCallback: `UPDATE callback SET ${set(CALLBACK_STATE_COLUMNS)} WHERE id = ?`,
    /** Parameter: DAG ids as JSON. */
    selectUnfinishedCallbacks: `${SELECT_CALLBACK} WHERE ${UNFINISHED} AND r.dag_id IN (${textSet}) ORDER BY c.id`,
    /** One row a deadline of a run; written anew when the run is queued again. */
    upsertDeadline: `
      INSERT INTO deadline (${DEADLINE_COLUMNS.join(", ")}) VALUES ${parameterList(DEADLINE_COLUMNS)}
      ON CONFLICT (run_key, ordinal) DO UPDATE SET state = excluded.state, due_at = excluded.due_at,
        queued_at = excluded.queued_at, ended_at = excluded.ended_at`,
    selectPendingDeadlines: `${SELECT_DEADLINE} WHERE ${PENDING} AND r.dag_id IN (${textSet}) ORDER BY d.run_key, d.ordinal`,
    selectRun: `SELECT 1 FROM dag_run WHERE run_key = ?`,
    selectDeadlines: `${SELECT_DEADLINE} WHERE d.run_key = ? ORDER BY d.ordinal`,
    /** Parameters: DAG id, how many. */
    selectRunTimes: `
      SELECT end_date - start_date AS took FROM dag_run
      WHERE dag_id = ? AND start_date IS NOT NULL AND end_date IS NOT NULL AND state IN ('success', 'failed')
      ORDER BY run_after DESC LIMIT ?`,
    insertQuestion: `
      INSERT INTO hitl_detail (${QUESTION_COLUMNS.join(", ")}) VALUES ${parameterList(QUESTION_COLUMNS)}
      ON CONFLICT (run_key, task_id, map_index, try_number) DO NOTHING`,
    selectAnswered: `
      SELECT 1 FROM hitl_detail h WHERE ${INPUT_KEY_IS} AND h.try_number = ? AND h.responded_at IS NOT NULL`,
    /** Parameters: the answer, then run key, task id, map index, try number. */
    updateAnswer: `
      UPDATE hitl_detail SET ${set(ANSWER_COLUMNS)}
      WHERE run_key = ? AND task_id = ? AND map_index = ? AND try_number = ? AND responded_at IS NULL`,
    /** The question that a task instance asks now, with the answer if there is one that was not taken up yet. */
    selectAsked: `
      SELECT r.dag_id, r.run_id, h.* ${FROM_INPUT}
      WHERE ${INPUT_KEY_IS} AND h.try_number = t.try_number AND t.state = 'awaiting_input'`,
    selectInputs: `SELECT r.dag_id, r.run_id, h.* ${FROM_INPUT} WHERE ${INPUT_KEY_IS} ORDER BY h.try_number`,
  };
}

export function listCallbacksQuery({
  scope,
  dagId,
  runId,
  taskId,
  states,
  limit = DEFAULT_LIMIT,
}: CallbackFilter): Query {
  const conditions = new Conditions();
  conditions.addScope("r.dag_id", scope);
  conditions.addIf("r.dag_id = ?", dagId);
  conditions.addIf("r.run_id = ?", runId);
  conditions.addIf("c.task_id = ?", taskId);
  conditions.addOneOf("c.state", states);
  const text = `${SELECT_CALLBACK}${conditions.where} ORDER BY c.created_at DESC, c.id DESC LIMIT ?`;
  return { text, values: [...conditions.values, limit] };
}

export function listDeadlinesQuery({
  scope,
  dagId,
  runId,
  states,
  isRunActive,
  limit = DEFAULT_LIMIT,
}: DeadlineFilter): Query {
  const conditions = new Conditions();
  conditions.addScope("r.dag_id", scope);
  conditions.addIf("r.dag_id = ?", dagId);
  conditions.addIf("r.run_id = ?", runId);
  conditions.addOneOf("d.state", states);
  if (isRunActive === true) conditions.add(ACTIVE_RUN);
  const text = `${SELECT_DEADLINE}${conditions.where} ORDER BY d.due_at DESC, d.run_key DESC, d.ordinal LIMIT ?`;
  return { text, values: [...conditions.values, limit] };
}
