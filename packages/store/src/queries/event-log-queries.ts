/** Texts about the event log, for every database. */
import { parameterList, type Dialect, type Query } from "../dialect.ts";
import { Conditions } from "./conditions.ts";
import { EVENT_LOG_COLUMNS } from "../rows/event-log-row.ts";
import type { EventLogFilter } from "../event-log-store.ts";

const DEFAULT_LIMIT = 100;

export const INSERT_EVENT = `INSERT INTO event_log (${EVENT_LOG_COLUMNS.join(", ")}) VALUES ${parameterList(EVENT_LOG_COLUMNS)}`;

/** The rows of one page, and how many there are in all. */
export function eventLogQueries({ textSet }: Dialect, filter: EventLogFilter): { page: Query; total: Query } {
  const conditions = new Conditions();
  conditions.addIf("id = ?", filter.id);
  conditions.addIf("dag_id = ?", filter.dagId);
  conditions.addIf("run_id = ?", filter.runId);
  conditions.addIf("task_id = ?", filter.taskId);
  conditions.addIf("map_index = ?", filter.mapIndex);
  conditions.addIf("try_number = ?", filter.tryNumber);
  conditions.addIf("owner = ?", filter.owner);
  conditions.addIf("event = ?", filter.event);
  conditions.addIf("at < ?", filter.before);
  conditions.addIf("at > ?", filter.after);
  conditions.addIf(`event IN (${textSet})`, jsonOf(filter.includedEvents));
  conditions.addIf(`event NOT IN (${textSet})`, jsonOf(filter.excludedEvents));
  const { where, values } = conditions;
  const from = `FROM event_log${where}`;
  const direction = filter.descending === true ? "DESC" : "ASC";
  return {
    page: {
      text: `SELECT id, ${EVENT_LOG_COLUMNS.join(", ")} ${from} ORDER BY id ${direction} LIMIT ? OFFSET ?`,
      values: [...values, filter.limit ?? DEFAULT_LIMIT, filter.offset ?? 0],
    },
    total: { text: `SELECT count(*) AS total ${from}`, values },
  };
}

function jsonOf(words: readonly string[] | undefined): string | undefined {
  return words === undefined ? undefined : JSON.stringify(words);
}
