/** What the address of the list of XComs keeps. */
import { readSearch, type SearchOf, text, whole } from "../../url/search.ts";

const READERS = {
  xcom_key_pattern: text,
  dag_display_name_pattern: text,
  run_id_pattern: text,
  task_id_pattern: text,
  run_after_gte: text,
  run_after_lt: text,
  logical_date_gte: text,
  logical_date_lt: text,
  map_index_filter: whole(-1),
  sort: text,
};

export type XComsSearch = SearchOf<typeof READERS>;

export const readXComsSearch = readSearch(READERS);
