/** What the address of the list of jobs keeps. */
import { oneOf, readSearch, type SearchOf, text, yesNo } from "../../url/search.ts";

const COLUMNS = ["state", "job_type", "hostname", "start_date", "end_date", "latest_heartbeat"] as const;

const ORDERS = [...COLUMNS, ...COLUMNS.map((name) => `-${name}` as const)] as const;

const READERS = {
  hostname: text,
  job_type: text,
  job_state: oneOf("running", "success", "failed"),
  executor_class: text,
  is_alive: yesNo,
  start_date_gte: text,
  start_date_lt: text,
  sort: oneOf(...ORDERS),
};

export type JobsSearch = SearchOf<typeof READERS>;

export const readJobsSearch = readSearch(READERS);
