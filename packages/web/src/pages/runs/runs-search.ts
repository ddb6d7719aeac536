/** What the address of a list of runs keeps: the filter by the names of the API, and the order. */
import { flag, readSearch, type SearchOf, seconds, text, texts, wholes } from "../../url/search.ts";

const READERS = {
  dag_id_pattern: text,
  run_id_pattern: text,
  state: texts,
  run_type: texts,
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
  partition_key_pattern: text,
  consuming_asset_pattern: text,
  bundle_version: text,
  triggering_user_name_pattern: text,
  conf_contains: text,
  dag_version: wholes,
  sort: text,
  /** The columns that are shown; absent: as the reader likes them. */
  cols: texts,
  /** Of all times: else the list across DAGs begins a day ago. */
  all: flag,
};

export type RunsSearch = SearchOf<typeof READERS>;

export const readRunsSearch = readSearch(READERS);
