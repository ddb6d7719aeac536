/** What is answered to who writes beside runs, changes several things at once, or asks about the installation itself. */
export const WRITE_ERRORS = {
  connection_test_not_found: {
    status: 404,
    message: "No connection test found for token: `%s`",
    remedy: "ask for another test; outcomes are kept for an hour",
  },
  connection_test_open: {
    status: 409,
    message: "An active connection test already exists for connection_id `%s`.",
    remedy: "wait until it has ended",
  },
  no_such_executor: {
    status: 422,
    plain: true,
    message: "Executor '%s' is not configured. Configured executors: %s",
    remedy: "name one of those, or none",
  },
  instance_gone: {
    status: 404,
    message: "TaskInstance not found",
    remedy: "`momiji tasks states-for-dag-run DAG RUN` shows what there is",
  },
  no_external_logs: {
    status: 400,
    message: "Task log handler does not support external logs.",
    remedy: "read the log through this server",
  },
  only_is_paused: {
    status: 400,
    message: "Only `is_paused` field can be updated through the REST API",
    remedy: "leave update_mask out",
  },
  no_bulk_create_of_runs: {
    status: 405,
    message: "Dag Runs bulk create is not supported. Use the trigger Dag Run endpoint instead.",
    remedy: "POST to /api/v2/dags/DAG/dagRuns",
  },
  no_bulk_create_of_instances: {
    status: 405,
    message: "Task instances bulk create is not supported",
    remedy: "task instances come into being with their run",
  },
  wildcard_run: {
    status: 400,
    message: "When using wildcard in path, dag_id must be specified in request body for dag_run_id: %s",
    remedy: "name the DAG and the run of each entity",
  },
  wildcard_instance: {
    status: 400,
    message: "When using wildcard in path, dag_id and dag_run_id must be specified in request body for task_id: %s",
    remedy: "name the DAG and the run of each entity",
  },
  other_dag: {
    status: 400,
    message: "The entity is of DAG `%s`, but the path names `%s`",
    remedy: "leave dag_id out of the entity, or ask with `~` in the path",
  },
  clear_run_not_found: {
    status: 404,
    message: "Dag Run id %s not found in dag %s",
    remedy: "`momiji dags list-runs DAG` shows the runs",
  },
  clear_dag_not_found: {
    status: 404,
    message: "The Dag with ID: `%s` was not found",
    remedy: "`momiji dags list` shows the DAGs",
  },
  state_instance_not_found: {
    status: 404,
    message: "Task instance not found for dag_id='%s', run_id='%s', task_id='%s', %s",
    remedy: "`momiji tasks states-for-dag-run DAG RUN` shows what there is",
  },
  task_state_not_found: {
    status: 404,
    message: "Task state store key '%s' not found",
    remedy: "list what the task instance keeps; entries go when their time is up",
  },
  state_asset_not_found: {
    status: 404,
    message: "Asset with id %s not found",
    remedy: "`momiji assets list` shows the assets",
  },
  asset_state_not_found: {
    status: 404,
    message: "Asset state store key '%s' not found",
    remedy: "list what the asset keeps",
  },
  xcom_exists: {
    status: 409,
    message: "The XCom with key: `%s` with mentioned task instance already exists.",
    remedy: "change it (PATCH), or delete it first",
  },
  xcom_to_change_not_found: {
    status: 404,
    message: "The XCom with key: `%s` with mentioned task instance doesn't exist.",
    remedy: "`momiji tasks xcom DAG RUN TASK` shows what there is",
  },
  xcom_run_not_found: {
    status: 404,
    message: "Dag Run with ID: `%s` not found for dag: `%s`",
    remedy: "`momiji dags list-runs DAG` shows the runs",
  },
  xcom_task_not_found: {
    status: 404,
    message: "Task with ID: `%s` not found in dag: `%s`",
    remedy: "`momiji tasks list DAG` shows the tasks",
  },
  favorite_dag_not_found: {
    status: 404,
    message: "Dag with id '%s' not found",
    remedy: "`momiji dags list` shows the DAGs",
  },
  no_favorite: { status: 409, message: "Dag is not marked as favorite", remedy: "none is needed" },
  config_hidden: {
    status: 403,
    message: "Your Airflow administrator chose not to expose the configuration, most likely for security reasons.",
    remedy:
      "set server.exposeConfig to true, and start the server again; `momiji config list` shows it on the machine itself",
  },
  config_section_not_found: {
    status: 404,
    message: "Section %s not found.",
    remedy: "`momiji config list` shows all sections",
  },
  config_option_not_found: {
    status: 404,
    message: "Option [%s/%s] not found.",
    remedy: "`momiji config list` shows all options",
  },
  not_acceptable: {
    status: 406,
    message: "Only application/json or text/plain is supported",
    remedy: "send `Accept: application/json`",
  },
  dag_file_not_found: {
    status: 404,
    message: "File not found",
    remedy: "take `file_token` from the answer about a DAG",
  },
  stream_not_found: {
    status: 404,
    message: "No stream of events with id `%s`",
    remedy: "open a stream; its id comes with its first event, `hello`",
  },
  document_too_large: {
    status: 413,
    message: "The %s are longer than %s characters",
    remedy: "keep less in them",
  },
  preview_changed: {
    status: 409,
    message: "What this would do has changed since it was shown",
    remedy: "look at `preview`, and send its etag as If-Match",
  },
} as const;
