/** What the address of the list of DAGs keeps: the filter by the names of the API, and the order. */
import { flag, oneOf, readSearch, type SearchOf, someOf, text, texts, yesNo } from "../../url/search.ts";
import { GROUPINGS } from "./dag-groups.ts";

const READERS = {
  q: text,
  last_dag_run_state: oneOf("queued", "running", "success", "failed"),
  any_run_state: someOf("queued", "running", "success", "failed"),
  paused: yesNo,
  tags: texts,
  tags_match_mode: oneOf("any", "all"),
  owners: texts,
  has_import_errors: yesNo,
  needs_review: yesNo,
  is_favorite: yesNo,
  folder: text,
  asset_dependency: text,
  bundle_version: text,
  /** In groups, and which of these are open. */
  group: oneOf(...GROUPINGS),
  open: texts,
  sort: text,
  /** The columns that are shown; absent: as the reader likes them. */
  cols: texts,
  /** As it was opened, not the view that one's profile opens first. */
  all: flag,
};

export type DagsSearch = SearchOf<typeof READERS>;

export const readDagsSearch = readSearch(READERS);
