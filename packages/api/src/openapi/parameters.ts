/** What the parameters of operations mean. Those of one name mean the same everywhere, unless a schema describes its own. */
const DATES: { readonly [name: string]: string } = {
  run_after: "the moment from which a run may begin",
  logical_date: "the logical date of the run",
  start_date: "the start",
  end_date: "the end",
  updated_at: "the last change",
  duration: "the duration in seconds",
  timestamp: "the moment of the event",
  dag_run_start_date: "the start of the last run",
  dag_run_end_date: "the end of the last run",
  partition_date: "the date of the partition",
  created_at: "the moment of the question",
};

const BOUNDS: { readonly [end: string]: string } = {
  gte: "not before (not below)",
  gt: "after (above)",
  lte: "not after (not above)",
  lt: "before (below)",
};

const NAMES: { readonly [name: string]: string } = {
  // paths
  dag_id: "Id of the DAG",
  dag_run_id: "Id of the run",
  task_id: "Id of the task",
  map_index: "Which instance of a mapped task, from 0; -1: the task is not mapped",
  try_number: "Number of the attempt, from 1",
  task_try_number: "Number of the attempt, from 1",
  group_id: "Id of the task group",
  asset_id: "Number of the asset",
  asset_alias_id: "Number of the alias",
  backfill_id: "Number of the backfill",
  version_number: "Number of the DAG's version, from 1",
  event_log_id: "Number of the entry",
  import_error_id: "Number of the import error",
  file_token: "`file_token` of a DAG of the file",
  xcom_key: "Key of the XCom",
  key: "Under which it is kept",
  variable_key: "Key of the variable",
  connection_id: "Id of the connection",
  pool_name: "Name of the pool",
  section: "Section of the setting",
  option: "Name of the setting in its section",
  role_name: "Name of the role",
  username: "Name of the user",
  token_id: "Number of the token",
  stream: "Id of the stream, that its `hello` told",
  file: "Name of the file",
  // pages and orders
  limit: "Rows of a page; more than 100 is taken for 100",
  offset: "Rows to pass over",
  cursor: "`next_cursor` or `previous_cursor` of another answer; empty: the first page by place. Instead of `offset`",
  order_by: "What to order by, `-` before what goes down; several: the first first",
  update_mask: "The fields of the body that count; absent: all",
  // filters
  run_id: "Id of the run",
  state: "In one of these states",
  run_type: "Of one of these types",
  tags: "With these tags",
  tags_match_mode: "With `any` of the tags, or with `all`",
  owners: "With a task of one of these owners",
  paused: "Paused, or not",
  exclude_stale: "False: also DAGs whose files no longer have them",
  has_import_errors: "Whose files cannot be read now, or can",
  last_dag_run_state: "Whose last run is in this state",
  dag_run_state: "Whose last run is in one of these states",
  bundle_name: "Of this bundle; there is one, `dags-folder`",
  bundle_version: "Of this version of the bundle: the hash of the DAG's code",
  has_asset_schedule: "Which wait for assets, or do not",
  asset_dependency: "Which wait for an asset with this in its name or URI",
  is_favorite: "Your favourites, or the others",
  timetable_type: "With a timetable of one of these types, by Airflow's names",
  dag_version: "Of one of these versions of their DAG",
  conf_contains: "With this text in `conf`",
  consuming_asset_pattern: "Which took up an event of an asset like this",
  pool: "In one of these pools",
  queue: "Of one of these queues",
  executor: "Of one of these executors",
  operator: "Of one of these operators",
  task_group_id: "Of the tasks of this group",
  dag_ids: "Of these DAGs",
  warning_type: "Of this kind",
  filename: "Of this file",
  owner: "Done by this user",
  event: "Of this kind: the id of the operation",
  excluded_events: "Not of these kinds",
  included_events: "Of these kinds only",
  before: "Before this moment",
  after: "After this moment",
  source_dag_id: "Made by a task of this DAG",
  source_run_id: "Made in this run",
  source_task_id: "Made by this task",
  source_map_index: "Made by this instance of a mapped task",
  job_state: "In this state",
  job_type: "Of this type",
  hostname: "On this machine",
  executor_class: "Of this executor",
  map_index_filter: "Of this instance of a mapped task",
  response_received: "Answered, or not",
  responded_by_user_id: "Answered by one of these users",
  responded_by_user_name: "Answered by one of these users",
  subject_search: "With this text in its subject, letters of any case",
  body_search: "With this text in its body, letters of any case",
  active: "That go on, or all",
  // others
  deserialize: "Airflow's; it changes nothing here: values are JSON",
  stringify: "The value as the text of its JSON",
  full_content: "All lines in one answer",
  token: "`continuation_token` of the page before",
  interval: "Seconds between two looks",
  result: "Tasks whose return values are told at the end",
  all_map_indices: "Of all instances of a mapped task",
  next: "Where to go after it: a path of this server",
  error: "What to show as an error",
  code: "What the provider gives",
};

/** Of parameters in paths that routes read by themselves. */
const NUMBERS: { readonly [name: string]: number } = { map_index: -1, try_number: 0, task_try_number: 0 };

/** What may stand in a path, unless the schema of its route says otherwise. */
export function pathSchema(name: string): { readonly [word: string]: unknown } {
  const minimum = NUMBERS[name];
  return minimum === undefined ? { type: "string" } : { type: "integer", minimum };
}

/** What the headers that an operation reads mean. */
const HEADERS = {
  "If-Match": "`etag` of a preview: what must still be so",
  "If-None-Match": "ETag of the answer that the client has: 304 if it is still so",
  "Last-Event-ID": "Id of the last event that the client has seen: goes on after it",
  "Airflow-Connection-Test-Token": "`token` of the answer to the test's request",
} as const;

type Header = keyof typeof HEADERS;

const READ: { readonly [operationId: string]: readonly Header[] } = {
  ...Object.fromEntries(
    [
      "patch_dag",
      "delete_dag",
      "patch_dag_run",
      "clear_dag_run",
      "clear_dag_runs",
      "post_clear_task_instances",
      "patch_task_instance",
      "patch_task_instance_by_map_index",
      "patch_task_group_instances",
      "mark_task_instances",
      "create_backfill",
    ].map((id) => [id, ["If-Match"] as const]),
  ),
  ...Object.fromEntries(
    ["get_grid", "get_graph", "get_calendar", "get_gantt", "get_search_index"].map((id) => [
      id,
      ["If-None-Match"] as const,
    ]),
  ),
  stream_events: ["Last-Event-ID"],
  get_connection_test: ["Airflow-Connection-Test-Token"],
};

/** Headers of a success beside those of every answer. */
const ANSWERED: { readonly [operationId: string]: { readonly [name: string]: string } } = {
  ...Object.fromEntries(
    Object.entries(READ)
      .filter(([, names]) => names.includes("If-None-Match"))
      .map(([id]) => [id, { ETag: "For `If-None-Match`: the same as long as the answer is" }]),
  ),
  get_log_lines: { "X-Log-Complete": "`true`: the attempt is over, and no line follows the last one" },
};

export function answerHeaders(operationId: string): { readonly headers?: object } {
  const told = ANSWERED[operationId];
  if (told === undefined) return {};
  const headers = Object.entries(told).map(([name, description]) => [
    name,
    { description, schema: { type: "string" } },
  ]);
  return { headers: Object.fromEntries(headers) };
}

export function headersOf(operationId: string): readonly { readonly name: Header; readonly description: string }[] {
  return (READ[operationId] ?? []).map((name) => ({ name, description: HEADERS[name] }));
}

/** Undefined: its name is not known. */
export function aboutParameter(name: string): string | undefined {
  return NAMES[name] ?? aboutBound(name) ?? aboutPattern(name);
}

function aboutBound(name: string): string | undefined {
  const [, of = "", end = ""] = /^(.*)_(gte|gt|lte|lt)$/.exec(name) ?? [];
  const [date, bound] = [DATES[of], BOUNDS[end]];
  return date === undefined || bound === undefined ? undefined : `With ${date} ${bound} this`;
}

const PATTERN = "like this: `%` any text, `_` any sign, ` | ` between alternatives; letters of any case";

const SHORT: { readonly [word: string]: string } = { dag: "DAG", uri: "URI", xcom: "XCom" };

function aboutPattern(name: string): string | undefined {
  const [, of = "", prefix] = /^(.*?)(_prefix)?_pattern$/.exec(name) ?? [];
  if (of === "") return undefined;
  const words = of.split("_").map((word) => SHORT[word] ?? word);
  const named = `${/^[aeo]/.test(of) ? "an" : "a"} ${words.join(" ")}`;
  return prefix === undefined ? `With ${named} ${PATTERN}` : `With ${named} that begins so; quicker than a pattern`;
}
