/** Questions to people as a list. */
import type { Query } from "../../dialect.ts";
import type { InputFilter, InputOrder } from "../../input-store.ts";
import { Conditions } from "../conditions.ts";
import { addMatch, addRange } from "./filters.ts";

/** In every case: there are few questions, and a planner that does not know it walks through all runs. */
const QUESTIONS_FIRST = "FROM hitl_detail h CROSS JOIN dag_run r CROSS JOIN task_instance t";
const SAME_INSTANCE = `r.run_key = h.run_key AND t.run_key = h.run_key AND t.task_id = h.task_id
  AND t.map_index = h.map_index AND t.try_number = h.try_number`;

/** What the version of the run says of the task; null: nothing any more. */
const ofTask = (column: string): string =>
  `(SELECT ${column} FROM dag_task d WHERE d.dag_id = r.dag_id AND d.version = r.dag_version AND d.task_id = h.task_id)`;

const ORDERS: { readonly [by in InputOrder]: string } = {
  id: "h.created_at",
  subject: "h.subject",
  created_at: "h.created_at",
  responded_at: "h.responded_at",
  responded_by_id: "h.responded_by_id",
  responded_by_name: "h.responded_by_name",
  dag_id: "r.dag_id",
  run_id: "r.run_id",
  run_after: "r.run_after",
  task_display_name: `coalesce(${ofTask("d.display_name")}, h.task_id)`,
  rendered_map_index: "coalesce(t.rendered_map_index, CAST(t.map_index AS TEXT))",
  operator: ofTask("d.operator"),
  state: "t.state",
};

const TIE = ["h.created_at", "h.run_key", "h.task_id", "h.map_index"];
const DEFAULT_LIMIT = 100;

/** The page, and the count of all. */
export function inputListQueries(filter: InputFilter): { readonly page: Query; readonly count: Query } {
  const { where, values } = conditionsOf(filter);
  const { order = [], limit = DEFAULT_LIMIT, offset = 0 } = filter;
  const isDown = order[0]?.descending === true;
  const criteria = [
    ...order.map(({ by, descending }) => `${ORDERS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST`),
    ...TIE.map((column) => (isDown ? `${column} DESC` : column)),
  ];
  return {
    page: {
      text: `SELECT r.dag_id, r.run_id, h.* ${QUESTIONS_FIRST}${where} ORDER BY ${criteria.join(", ")} LIMIT ? OFFSET ?`,
      values: [...values, limit, offset],
    },
    count: { text: `SELECT count(*) AS total ${QUESTIONS_FIRST}${where}`, values },
  };
}

function conditionsOf(filter: InputFilter): Conditions {
  const conditions = new Conditions();
  conditions.add(SAME_INSTANCE);
  conditions.addScope("r.dag_id", filter.scope);
  conditions.addIf("r.dag_id = ?", filter.dagId);
  addMatch(conditions, "r.dag_id", filter.dagIdMatch);
  conditions.addIf("r.run_id = ?", filter.runId);
  conditions.addIf("h.task_id = ?", filter.taskId);
  addMatch(conditions, "h.task_id", filter.taskIdMatch);
  conditions.addIf("h.map_index = ?", filter.mapIndex);
  conditions.addOneOf("t.state", filter.states);
  conditions.addOneOf("h.responded_by_id", filter.respondedBy);
  conditions.addOneOf("h.responded_by_name", filter.respondedByName);
  conditions.addIf("instr(lower(h.subject), lower(?)) > 0", filter.subject);
  conditions.addIf("instr(lower(h.body), lower(?)) > 0", filter.body);
  addRange(conditions, "h.created_at", filter.created);
  if (filter.isAnswered === true) conditions.add("h.responded_at IS NOT NULL");
  // Who waits for an answer is wanted; a question that its task no longer asks is not.
  if (filter.isAnswered === false) conditions.add("h.responded_at IS NULL AND t.state = 'awaiting_input'");
  return conditions;
}
