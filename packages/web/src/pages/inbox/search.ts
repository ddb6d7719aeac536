/** What the inbox keeps in its address. */
import { oneOf, readSearch, text, type SearchOf } from "../../url/search.ts";

const READERS = {
  show: oneOf("waiting", "answered"),
  /** The question that is open. */
  open: text,
};

export type InboxSearch = SearchOf<typeof READERS>;

export const readInboxSearch = readSearch(READERS);
