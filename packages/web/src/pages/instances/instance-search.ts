/** What the address of a list of task instances keeps. */
import { type SearchOf, text, texts } from "../../url/search.ts";

export const INSTANCE_SEARCH = {
  state: texts,
  q: text,
  /** Of the tasks of this group alone. */
  group: text,
  /** As in `order_by`; absent: the failed ones first. */
  sort: text,
};

export type InstanceSearch = SearchOf<typeof INSTANCE_SEARCH>;
