/** What each operation does, in a line, and where there is more to say what a client must know. */
type About = string | readonly [summary: string, description: string];

const PREVIEW = "Look first with `POST /api/momiji/v1/preview`, and send its `etag` as `If-Match`";

const SERVER: { readonly [operationId: string]: About } = {
  get_greeting: "Greet a browser",
  get_version: "The version of the server",
  get_health: [
    "Health of the installation",
    "200 whatever the health is: look at `status` of each part. `/livez` and `/readyz` answer by status.",
  ],
  get_liveness: "Whether the server lives",
  get_readiness: ["Whether the server can answer", "503: its store does not answer."],
  get_metrics: "Counters for Prometheus",
  get_openapi: "This document",
  get_api_docs: "A page that shows this document",
  get_api_docs_file: "A file of the page that shows this document",
  get_config: [
    "Settings",
    "403 unless `server.exposeConfig` is on. JSON, or with `Accept: text/plain` as a file of settings.",
  ],
  get_config_value: "One setting",
  get_config_sources: ["Settings, and where each came from", "403 unless `server.exposeConfig` is on."],
  get_providers: "Momiji's packages that are installed",
  get_provider_details: "What Momiji's installed packages bring",
  get_plugins: ["Plugins", "There are none: what would be one is a package that a DAG file imports."],
  import_errors: "Plugins that could not be loaded",
  get_jobs: ["Parts of processes that keep the installation going", "The scheduler, the DAG processor, the triggerer."],
  rotate_keys: [
    "Seal all secrets with the newest key",
    "In small steps: it may be stopped at any time and asked for again.",
  ],
  reserialize: "Read all DAG files again",
  reparse_dag_file: ["Read one DAG file again", "`file_token` is that of its DAGs."],
};

const ACCESS: { readonly [operationId: string]: About } = {
  create_token: [
    "Sign in for a token",
    "Send it as `Authorization: Bearer TOKEN`. It ends by itself (after a day, unless the server is set otherwise), and at once when the password, the roles or the user change.",
  ],
  create_token_cli: "Sign in for a token of a command line, good for an hour",
  login: "Go to the page for signing in",
  logout: ["Sign out", "Ends the session, or the token, that is sent."],
  login_page: "The page for signing in",
  login_form: "Sign in with the form of the page",
  oidc_login: "Go to the OpenID provider",
  oidc_callback: "Come back from the OpenID provider",
  get_users: "List users",
  get_user: "One user",
  post_user: "Make a user",
  patch_user: [
    "Change a user",
    "Another password, other roles or `active: false` end the user's sessions and tokens at once.",
  ],
  delete_user: ["Remove a user", "The last active Admin stays."],
  get_roles: "List roles",
  get_role: "One role",
  post_role: "Make a role",
  patch_role: ["Change what a role may", "The roles that every installation has cannot be changed."],
  delete_role: "Remove a role",
  get_permissions: "All permissions that there are",
  get_me: "Who you are",
  patch_my_password: ["Change your password", "Ends your other sessions and tokens."],
  get_tokens: "List your sessions and tokens",
  post_token: [
    "Make a personal token",
    "Its secret is in this answer only. With `scopes` it may less than you; it never may more.",
  ],
  delete_token: "End a session or a token of yours",
  get_my_preferences: "Your settings of the user interface",
  set_my_preferences: "Keep your settings of the user interface",
  get_my_views: "Views that you have saved",
  set_my_views: "Keep views",
};

const USERS_RIGHTS: { readonly [operationId: string]: About } = {
  get_user_rights: "What a user may do in a DAG, and why",
  get_user_tokens: "List the sessions and tokens of a user",
  delete_user_token: "End a session or a token of a user",
};

const SETTINGS: { readonly [operationId: string]: About } = {
  get_variables: "List variables",
  post_variable: ["Make a variable", "409: there is one of the key."],
  bulk_variables: ["Make, change and remove variables", "Each by itself: one that is refused stops no other."],
  get_variable: "One variable",
  patch_variable: [
    "Change a variable",
    "The key in the body must be that of the path. A value of `***` leaves what is there.",
  ],
  delete_variable: "Remove a variable",
  get_connections: "List connections",
  post_connection: ["Make a connection", "409: there is one of the id."],
  bulk_connections: ["Make, change and remove connections", "Each by itself: one that is refused stops no other."],
  test_connection: ["Try a connection", "Off (403) unless the server's settings allow it. Nothing is kept."],
  enqueue_connection_test: [
    "Try a connection later",
    "Answers with a token; `GET` with it in `Airflow-Connection-Test-Token` tells how it fares.",
  ],
  get_connection_test: "How a test of a connection fares",
  create_default_connections: ["Make Airflow's default connections", "Those that are there stay as they are."],
  get_connection: ["One connection", "Without its secrets, which read `***`."],
  patch_connection: ["Change a connection", "What is sent back as `***` stays what it was."],
  delete_connection: "Remove a connection",
  get_variable_origins: "Who changed which variable, and what the environment provides",
  get_connection_origins: "Who changed which connection, and what the environment provides",
  reveal_variables: ["Variables in the clear", "Takes the right to change them; the event log tells who looked."],
  get_connection_types: "What is known of types of connections",
  test_connection_steps: [
    "Try a connection, and see how far it came",
    "Off (403) unless the server's settings allow it. Nothing is kept.",
  ],
  get_pools: "List pools",
  post_pool: ["Make a pool", "409: there is one of the name."],
  bulk_pools: ["Make, change and remove pools", "Each by itself: one that is refused stops no other."],
  get_pool: "One pool, with who holds its slots",
  patch_pool: ["Change a pool", "Task instances that run keep their slots, also if there are fewer now."],
  delete_pool: ["Remove a pool", "`default_pool` stays."],
};

const ASSETS: { readonly [operationId: string]: About } = {
  get_assets: "List assets",
  get_asset: "One asset",
  get_asset_rows: "The list of assets with how often they change",
  get_asset_overview: [
    "Who makes an asset, who waits for it, and what one more event of it would begin",
    "Only DAGs that you may see.",
  ],
  get_asset_aliases: "List aliases of assets",
  get_asset_alias: "One alias of assets",
  get_asset_events: "List events of assets",
  create_asset_event: [
    "Tell that an asset has changed",
    "DAGs that wait for it run when all that they wait for has changed.",
  ],
  materialize_asset: ["Run the DAG that makes an asset", "400 if none does, or several do."],
  get_asset_queued_events: "Which DAGs have taken note of an asset, and wait for others",
  delete_asset_queued_events: "Take an asset out of the queues of all DAGs",
  get_dag_asset_queued_events: "Which assets a DAG has taken note of, while it waits for others",
  delete_dag_asset_queued_events: "Empty the queue of a DAG",
  get_dag_asset_queued_event: "Whether a DAG has taken note of an asset",
  delete_dag_asset_queued_event: "Take an asset out of the queue of a DAG",
  list_asset_state_store: "What an asset keeps",
  get_asset_state_store: "One thing that an asset keeps",
  set_asset_state_store: "Keep something for an asset",
  delete_asset_state_store: "Forget one thing that an asset keeps",
  clear_asset_state_store: "Forget all that an asset keeps",
  get_upstream_asset_events: "The events of assets that a run was made of",
};

const DAGS: { readonly [operationId: string]: About } = {
  get_dags: "List DAGs",
  patch_dags: ["Pause or unpause many DAGs", "Those that the filters of the query find, a page of them at a time."],
  get_dag: "One DAG",
  get_dag_details: "One DAG, with its params, its doc, and more",
  patch_dag: ["Pause or unpause a DAG", `Unpausing may begin runs. ${PREVIEW}.`],
  delete_dag: ["Delete a DAG with all its runs", `409 while it has runs that go on. ${PREVIEW}.`],
  delete_dag_dry_run: "What would go with a DAG",
  favorite_dag: "Mark a DAG as a favourite of yours",
  unfavorite_dag: "Take a DAG from your favourites",
  confirm_catchup: [
    "Let a held catchup go on",
    "More runs were due at once than the server's limit; nothing begins until somebody says so.",
  ],
  get_dag_tags: "List the tags of DAGs",
  get_dag_stats: "How many runs of each DAG are in which state",
  list_dag_warnings: "What is doubtful about DAGs",
  get_dag_versions: "List versions of a DAG",
  get_dag_version: "One version of a DAG",
  get_dag_source: ["The source of a DAG", "JSON, or with `Accept: text/plain` as it is."],
  get_tasks: "List tasks of a DAG",
  get_task: "One task of a DAG",
  get_import_errors: "List what is wrong with DAG files",
  get_import_error: "What is wrong with one DAG file",
  get_import_errors_affected: [
    "List which DAGs broken files concern",
    "How many DAGs of each file that cannot be loaded go on with which version.",
  ],
  get_import_error_source: [
    "Where a DAG file is broken: the lines around it, and the DAGs that go on with what they were",
    "Without the lines if the file holds a DAG whose code you may not read.",
  ],
  explain_dag: "Why a DAG has no new run",
  get_event_logs: "List entries of the event log: who did what",
  get_event_log: "One entry of the event log",
  get_dag_rows: [
    "The list of DAGs with how they have fared",
    "Airflow's filters and some more; the last 14 runs, what is active, the next run and why there is none, in one answer. Read by place.",
  ],
  get_version_diff: ["How two versions of a DAG differ", "With an ETag; 304 to `If-None-Match`."],
  preflight_dag: [
    "What is missing for the jobs outside of a DAG to start",
    "Its operators are asked, in processes of their own, as a run of now would ask them. Changes nothing outside.",
  ],
  preflight_task: "What is missing for the job outside of a task to start",
  get_grid: ["Rows, runs and cells of a DAG", "With an ETag; 304 to `If-None-Match`."],
  get_graph: [
    "Tasks of a version of a DAG and what comes before what",
    "The rows of its grid, and edges between them. With an ETag; 304 to `If-None-Match`.",
  ],
  get_calendar: ["Runs by day or hour, and those that are planned", "With an ETag; 304 to `If-None-Match`."],
  preview_schedule: [
    "What a schedule will do",
    "The next runs of a DAG, or of a schedule that is written in the body, and what switching it on would begin at once.",
  ],
  get_callbacks: "List callbacks with what became of them",
  get_deadlines: "List deadlines with what became of them",
  list_backfills: "List backfills",
  get_backfill: "One backfill",
  create_backfill: ["Make runs of past dates", `409: a backfill of the DAG goes on. ${PREVIEW}.`],
  patch_backfill: "Change how many runs of a backfill go on at once",
  create_backfill_dry_run: "Which runs a backfill would make",
  pause_backfill: "Pause a backfill",
  unpause_backfill: "Let a backfill go on",
  cancel_backfill: ["End a backfill", "Its runs that have not begun are failed; those that go on go on."],
};

const RUNS: { readonly [operationId: string]: About } = {
  get_dag_runs: ["List runs", "`~` as the DAG: of all DAGs."],
  get_list_dag_runs_batch: "List runs by a body of filters",
  trigger_dag_run: [
    "Begin a run",
    "`logical_date` must be said, null for a run without a date. 409: there is a run of this id or date. With an id of your own a trigger can be sent again safely.",
  ],
  bulk_dag_runs: ["Change and delete runs", "Each by itself: one that is refused stops no other."],
  clear_dag_runs: ["Clear many runs", `A dry run unless \`dry_run\` is false. ${PREVIEW}.`],
  clear_dag_run_partitions: ["Clear runs of partitions", "Runs here belong to none."],
  post_clear_task_instances: [
    "Clear task instances, so that they run again",
    `A dry run unless \`dry_run\` is false. ${PREVIEW}.`,
  ],
  get_dag_run: "One run",
  patch_dag_run: ["Mark a run, or write its note", `${PREVIEW}.`],
  patch_dag_run_dry_run: "Which task instances marking a run would change",
  delete_dag_run: "Delete a run with all that was recorded of it",
  clear_dag_run: ["Clear a run, so that it runs again", `A dry run unless \`dry_run\` is false. ${PREVIEW}.`],
  wait_dag_run_until_finished: [
    "Follow a run to its end",
    "A line of JSON each time it was looked at; the last one has the end.",
  ],
  explain_dag_run: "Why a run does not go on",
  get_run_summary: "A run in short: states, causes of failures, what it waits for",
  search_run_logs: "Lines of all logs of a run, by time",
  get_gantt: ["A run along its time", "With an ETag; 304 to `If-None-Match`."],
  get_task_instances: ["List task instances", "`~` as the DAG or the run: of all."],
  get_task_instances_batch: "List task instances by a body of filters",
  bulk_task_instances: ["Change and delete task instances", "Each by itself: one that is refused stops no other."],
  get_task_instance: "One task instance",
  patch_task_instance: ["Mark a task instance, or write its note", `${PREVIEW}.`],
  patch_task_instance_dry_run: "Which task instances marking one would change",
  delete_task_instance: "Delete a task instance",
  get_mapped_task_instances: "List the instances of a mapped task",
  get_mapped_task_instance: "One instance of a mapped task",
  patch_task_instance_by_map_index: ["Mark an instance of a mapped task, or write its note", `${PREVIEW}.`],
  patch_task_instance_dry_run_by_map_index: "Which task instances marking one of a mapped task would change",
  mark_task_instances: ["Mark several task instances of a run together", `${PREVIEW}.`],
  patch_task_group_instances: ["Mark the task instances of a group", `${PREVIEW}.`],
  patch_task_group_instances_dry_run: "Which task instances marking a group would change",
  get_task_instance_tries: "List the attempts of a task instance",
  get_task_instance_try_details: "One attempt of a task instance",
  get_mapped_task_instance_tries: "List the attempts of an instance of a mapped task",
  get_mapped_task_instance_try_details: "One attempt of an instance of a mapped task",
  explain_task_instance: "Why a task instance does not run",
  explain_mapped_task_instance: "Why an instance of a mapped task does not run",
  get_task_instance_dependencies: "What a task instance waits for, in Airflow's words",
  get_task_instance_dependencies_by_map_index: "What an instance of a mapped task waits for, in Airflow's words",
  get_extra_links: "Links of a task instance",
  get_external_log_url: ["Where the log of an attempt lies outside", "Always 400: logs are read through this server."],
  get_log: [
    "The log of an attempt",
    "JSON by pages (`continuation_token`), with `Accept: application/x-ndjson` a line of JSON for each line, with `text/plain` as text.",
  ],
  get_log_lines: [
    "Lines of the log of an attempt",
    "A line of JSON for each. `X-Log-Complete: false`: more lines will come.",
  ],
  get_log_text: "The log of an attempt as it was written",
  get_log_index: "How many lines a log has, of which level, and where the errors are",
  search_log: "Lines of a log that have a text",
  get_rendered_fields: "What the templates of a task instance became",
  get_failure: "Why an attempt has failed",
  get_task_page: [
    "A task instance, its attempts, and why it failed or does not run",
    "What a page about it shows first, as one answer. Map index -1: it is not mapped.",
  ],
  get_xcom_entries: "List XComs",
  get_xcom_entry: "One XCom",
  create_xcom_entry: "Write an XCom",
  update_xcom_entry: "Change an XCom",
  delete_xcom_entry: "Delete an XCom",
  list_task_state_store: "What a task instance keeps",
  get_task_state_store: "One thing that a task instance keeps",
  set_task_state_store: "Keep something for a task instance",
  patch_task_state_store: "Change one thing that a task instance keeps",
  delete_task_state_store: "Forget one thing that a task instance keeps",
  clear_task_state_store: "Forget all that a task instance keeps",
  get_hitl_details: "List questions to people",
  get_hitl_detail: "The question of a task instance",
  update_hitl_detail: ["Answer a question", "409: somebody has answered it."],
  get_hitl_detail_try_detail: "The question of an earlier attempt",
};

const LIVE: { readonly [operationId: string]: About } = {
  stream_events: [
    "What changes, as it changes",
    "Server-sent events. A client that comes again with `Last-Event-ID` goes on after that event; `reset` tells that it must read again.",
  ],
  change_event_topics: "Change what a stream of events tells",
  get_timeline: [
    "What ran when, over all DAGs",
    "Lanes of DAGs, of pools or of workers, with what is planned. With an ETag; 304 to `If-None-Match`.",
  ],
  get_workers: "Executors, workers and queues, and what waits in them",
  get_home: "What runs, what has failed, what is late, what comes next",
  get_shell: [
    "Who looks, what runs, and what waits for people",
    "What stands around every page of the user interface.",
  ],
  search: "Find things by a part of their names",
  get_search_index: [
    "All DAGs in short",
    "For a client that searches by itself. With an ETag; 304 to `If-None-Match`.",
  ],
  preview_action: [
    "What an act would do, before it is done",
    "`path` has what stands in the path of the act, `body` is its body. Send the `etag` of the answer as `If-Match` with the act: 409, and nothing done, if it would touch others by then.",
  ],
};

const ALL = { ...SERVER, ...ACCESS, ...USERS_RIGHTS, ...SETTINGS, ...ASSETS, ...DAGS, ...RUNS, ...LIVE };

/** Ids of all operations that have one. */
export const SUMMARIZED: readonly string[] = Object.keys(ALL);

/** Empty if there is none. */
export function aboutOperation(operationId: string): { readonly summary?: string; readonly description?: string } {
  const about = Object.hasOwn(ALL, operationId) ? ALL[operationId] : undefined;
  if (about === undefined) return {};
  if (typeof about === "string") return { summary: about };
  return { summary: about[0], description: about[1] };
}
