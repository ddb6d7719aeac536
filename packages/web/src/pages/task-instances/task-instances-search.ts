/** What the address of a list of task instances keeps: the filter by the names of the API, and the order. */
import { flag, readSearch, type SearchOf, seconds, text, texts, wholes } from "../../url/search.ts";

const READERS = {
  dag_id_pattern: text,
  run_id_pattern: text,
  task_display_name_pattern: text,
  state: texts,
  operator_name_pattern: text,
  pool: texts,
  queue: texts,
  executor: texts,
  run_after_gte: text,
  run_after_lt: text,
  start_date_gte: text,
  start_date_lt: text,
  end_date_gte: text,
  end_date_lt: text,
  logical_date_gte: text,
  logical_date_lt: text,
  duration_gte: seconds,
  duration_lte: seconds,
  version_number: wholes,
  try_number: wholes,
  map_index: wholes,
  rendered_map_index_pattern: text,
  sort: text,
  /** The columns that are shown; absent: as the reader likes them. */
  cols: texts,
  /** Of all times: else the list begins a day ago. */
  all: flag,
};

export type TaskInstancesSearch = SearchOf<typeof READERS>;

export const readTaskInstancesSearch = readSearch(READERS);
