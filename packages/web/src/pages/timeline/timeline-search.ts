/** What the timeline keeps in its address. */
import { oneOf, readSearch, text, whole } from "../../url/search.ts";

export const LANES = ["dag", "pool", "worker"] as const;

export const readTimelineSearch = readSearch({
  lane: oneOf(...LANES),
  dag_id_pattern: text,
  /** ISO 8601; absent: `hours` before `to`, or before now; `to` absent: `hours` after `from`, or a little after now. */
  from: text,
  to: text,
  hours: whole(1),
});
