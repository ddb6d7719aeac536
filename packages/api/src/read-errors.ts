/** What can go wrong where something is only read. */
export const READ_ERRORS = {
  bad_cursor: {
    status: 400,
    message: "Invalid cursor token",
    remedy:
      "take `next_cursor` or `previous_cursor` of an answer to the same question, or an empty one for the first page",
  },
  group_needs_dag: {
    status: 400,
    message: "A task group is known within its Dag only: name the Dag in the path",
    remedy: "ask with the DAG's id instead of `~`",
  },
  invalid_choice: {
    status: 422,
    plain: true,
    message: "Invalid value for %s. Valid values are %s",
    remedy: "choose one of those",
  },
  task_of_dag_not_found: {
    status: 404,
    message: "Task with id %s was not found",
    remedy: "`momiji tasks list DAG` shows the tasks",
  },
  instance_is_mapped: {
    status: 404,
    message: "Task instance is mapped, add the map_index value to the URL",
    remedy: "add the map index, or ask for all with `/listMapped`",
  },
  mapped_instance_not_found: {
    status: 404,
    message:
      "The Mapped Task Instance with dag_id: `%s`, run_id: `%s`, task_id: `%s`, and map_index: `%s` was not found",
    remedy: "`momiji tasks states-for-dag-run DAG RUN` shows what there is",
  },
  attempt_not_found: {
    status: 404,
    message:
      "The Task Instance with dag_id: `%s`, run_id: `%s`, task_id: `%s`, try_number: `%s` and map_index: `%s` was not found",
    remedy: "list the tries of the task instance",
  },
  log_not_found: {
    status: 404,
    message: "TaskInstance not found",
    remedy: "list the tries of the task instance: each has its own log",
  },
  bad_log_token: {
    status: 400,
    message: "Bad Signature. Please use only the tokens provided by the API.",
    remedy: "take `continuation_token` of the answer before, or none for the beginning",
  },
  version_not_found: {
    status: 404,
    message: "The DagVersion with dag_id: `%s` and version_number: `%s` was not found",
    remedy: "list the versions of the DAG; those that no run needs any more are removed",
  },
  source_not_found: {
    status: 404,
    message: "The source code of the Dag %s, version_number %s was not found",
    remedy: "list the versions of the DAG",
  },
  import_error_not_found: {
    status: 404,
    message: "The ImportError with import_error_id: `%s` was not found",
    remedy: "`momiji dags list-import-errors` shows those that there are now",
  },
  event_log_not_found: {
    status: 404,
    message: "The Event Log with id: `%s` not found",
    remedy: "list the event log",
  },
  no_preflight: {
    status: 404,
    message: "This server asks no operators what their jobs lack",
    remedy: "`momiji dags preflight DAG` does, on a machine that has the operators",
  },
  preflight_busy: {
    status: 409,
    message: "Two other preflights go on",
    remedy: "wait until one of them has ended",
  },
  bad_order: {
    status: 400,
    message: "Ordering with '%s' is disallowed or the attribute does not exist on the model",
    remedy: "order by a field that the answer has",
  },
} as const;
