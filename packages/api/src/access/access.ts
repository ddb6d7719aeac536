/** What a route asks of whoever calls it, in Airflow's terms. */

/** Airflow's GET, POST, PUT and DELETE. */
export type May = "read" | "create" | "edit" | "delete";

/** What of a DAG a call is about: Airflow's `DagAccessEntity`, and `dag` for the DAG itself. */
export type DagEntity =
  | "dag"
  | "run"
  | "task"
  | "task_instance"
  | "task_reschedule"
  | "xcom"
  | "code"
  | "version"
  | "log"
  | "audit"
  | "warning"
  | "dependencies"
  | "hitl"
  | "state";

/** What belongs to no DAG. */
export type Thing =
  | "assets"
  | "asset_aliases"
  | "audit_logs"
  | "backfills"
  | "cluster"
  | "config"
  | "connections"
  /** All files of DAGs at once. */
  | "dag_files"
  | "import_errors"
  | "jobs"
  /** What the secrets of the store are sealed with. */
  | "keys"
  | "plugins"
  | "pools"
  | "providers"
  | "roles"
  | "triggers"
  | "users"
  | "variables";

export type Access =
  /** Whoever reaches the server: health, version, the pages of the login. */
  | "public"
  /** Whoever is signed in, about what is their own: preferences, tokens, logout. */
  | "signed_in"
  /**
   * One DAG, that of the path's `{dag_id}`, checked before `handle`. With `~` there, or none in the path, only the entity
   * as such is checked: the answer is limited by `call.dags`, and ids in the body by `call.requireDag`.
   */
  | { readonly dag: DagEntity; readonly may: May }
  | { readonly thing: Thing; readonly may: May };
