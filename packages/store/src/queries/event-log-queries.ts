/** Texts about the event log, for every database. */
import { parameterList, type Dialect, type Query, type SqlValue } from "../dialect.ts";
import { EVENT_LOG_COLUMNS } from "../rows/event-log-row.ts";
import type { EventLogFilter } from "../event-log-store.ts";

const DEFAULT_LIMIT = 100;

export const INSERT_EVENT = `INSERT INTO event_log (${EVENT_LOG_COLUMNS.join(", ")}) VALUES ${parameterList(EVENT_LOG_COLUMNS)}`;

/** The rows of one page, and how many there are in all. */
export function eventLogQueries({ textSet }: Dialect, filter: EventLogFilter): { page: Query; total: Query } {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  where("id = ?", filter.id);
  where("dag_id = ?", filter.dagId);
  where("run_id = ?", filter.runId);
  where("task_id = ?", filter.taskId);
  where("map_index = ?", filter.mapIndex);
  where("try_number = ?", filter.tryNumber);
  where("owner = ?", filter.owner);
  where("event = ?", filter.event);
  where("at < ?", filter.before);
  where("at > ?", filter.after);
  where(`event IN (${textSet})`, jsonOf(filter.includedEvents));
  where(`event NOT IN (${textSet})`, jsonOf(filter.excludedEvents));
  const from = `FROM event_log${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`}`;
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
