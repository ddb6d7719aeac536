/** What the address of a run keeps: which of its task instances are shown, and what is sought in its logs. */
import { text } from "../../url/search.ts";
import { INSTANCE_SEARCH } from "../instances/instance-search.ts";

export const RUN_SEARCH = {
  ...INSTANCE_SEARCH,
  /** Sought in all logs of the run. */
  find: text,
  level: text,
};
