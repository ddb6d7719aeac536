/** What the inbox keeps in its address. */
import { oneOf, readSearch, text, type SearchOf } from "../../url/search.ts";

const READERS = {
  show: oneOf("waiting", "answered"),
  /** Of this DAG, or of this run of it. */
  dag_id: text,
  dag_run_id: text,
  /** The question that is open. */
  open: text,
};

export type InboxSearch = SearchOf<typeof READERS>;

export const readInboxSearch = readSearch(READERS);
