/** Every error that the server answers with: code, HTTP status, what happened, what the client can do. */
import { type Json, maskJson } from "@momiji/core";
import { READ_ERRORS } from "./read-errors.ts";
import { SETTINGS_ERRORS } from "./settings/settings-errors.ts";
import { WRITE_ERRORS } from "./write-errors.ts";

export const API_ERRORS = {
  ...READ_ERRORS,
  ...SETTINGS_ERRORS,
  ...WRITE_ERRORS,
  unauthenticated: {
    status: 401,
    message: "Not authenticated",
    remedy:
      "sign in (`POST /auth/token` with username and password) and send `Authorization: Bearer TOKEN`; on the machine itself a token stands in server.json of the home folder",
  },
  forbidden: {
    status: 403,
    message: "Forbidden",
    remedy: "ask an administrator for a role that allows it%s; `momiji roles list` shows what each may do",
  },
  forged: {
    status: 403,
    message: "The request does not carry the token of its session",
    remedy: "send the value of the cookie momiji_csrf in the header X-CSRF-Token, or use a bearer token",
  },
  wrong_login: {
    status: 401,
    message: "Invalid credentials",
    remedy: "check name and password; an administrator sets a new one with `momiji users reset-password`",
  },
  too_many_logins: {
    status: 429,
    message: "Too many failed logins; try again in %s s",
    remedy: "wait; the name and the address that they came from are held for five minutes",
  },
  too_many_connections: {
    status: 503,
    message: "The server holds as many connections as it may",
    remedy: "try again in some seconds; the limit is server.maxConnections",
  },
  too_many_streams: {
    status: 503,
    message: "The server has as many streams open as it may",
    remedy: "try again in some seconds, close streams that nobody reads; the limit is server.maxStreams",
  },
  oidc_failed: {
    status: 401,
    message: "The OpenID provider did not vouch for you: %s",
    remedy: "sign in once more; if it stays so, look at auth.oidc* and at the provider's log",
  },
  oidc_no_role: {
    status: 403,
    message: "You have no role here",
    remedy: "ask an administrator for a group that auth.oidcRoles names, or to be switched on again",
  },
  oidc_name_taken: {
    status: 409,
    message: "The name `%s` belongs to another user",
    remedy: "let an administrator rename or delete that user",
  },
  no_such_file: {
    status: 404,
    message: "There is no file `%s`",
    remedy: "the documentation of the API is at /docs",
  },
  user_not_found: {
    status: 404,
    message: "User with username `%s` was not found",
    remedy: "`momiji users list` shows the users",
  },
  user_exists: {
    status: 409,
    message: "Username `%s` already exists. Use PATCH to update.",
    remedy: "choose another name, or change the user",
  },
  last_admin: {
    status: 400,
    message: "`%s` is the last active user with the role Admin",
    remedy: "give another user the role Admin first",
  },
  role_not_found: {
    status: 404,
    message: "Role with name `%s` was not found",
    remedy: "`momiji roles list` shows the roles",
  },
  role_exists: {
    status: 409,
    message: "Role with name `%s` already exists; please update with the PATCH endpoint",
    remedy: "choose another name, or change the role",
  },
  role_is_built_in: {
    status: 400,
    message: "The role `%s` belongs to every installation",
    remedy: "make a role of your own with `momiji roles create`",
  },
  no_such_permission: {
    status: 400,
    message: "There is no permission `%s`",
    remedy: "write it as `can_read on DAG Runs`, or `can_edit on DAG:my_dag`; `momiji roles permissions` lists all",
  },
  token_not_found: {
    status: 404,
    message: "The token with id `%s` was not found",
    remedy: "list your tokens",
  },
  not_by_token: {
    status: 403,
    message: "This is done after signing in, not with a token of smaller scope",
    remedy: "sign in with name and password",
  },
  dag_not_found: {
    status: 404,
    message: "The Dag with ID: `%s` was not found",
    remedy: "`momiji dags list` shows the DAGs; `momiji dags list-import-errors` those that could not be loaded",
  },
  no_dag_to_delete: {
    status: 404,
    message: "Dag with id: %s was not found",
    remedy: "`momiji dags list` shows the DAGs",
  },
  run_not_found: {
    status: 404,
    message: "The DagRun with dag_id: `%s` and run_id: `%s` was not found",
    remedy: "`momiji dags list-runs DAG` shows the runs",
  },
  task_not_found: {
    status: 404,
    message: "Task `%s` was not found in DAG `%s`",
    remedy: "`momiji tasks list DAG` shows the tasks",
  },
  instance_not_found: {
    status: 404,
    message: "The Task Instance with dag_id: `%s`, run_id: `%s`, task_id: `%s` and map_index: `%s` was not found",
    remedy: "`momiji tasks states-for-dag-run DAG RUN` shows what there is",
  },
  hitl_not_found: {
    status: 404,
    message: "Human-in-the-loop detail does not exist for Task Instance `%s`",
    remedy: "it asks nothing, or has not asked yet; `momiji tasks required-actions` shows who does",
  },
  hitl_answered: {
    status: 409,
    message:
      "Human-in-the-loop detail has already been updated for Task Instance `%s` and is not allowed to write again",
    remedy: "clear the task instance to have it ask once more",
  },
  hitl_not_waiting: {
    status: 409,
    message: "Task Instance `%s` does not wait for an answer any more",
    remedy: "clear the task instance to have it ask once more",
  },
  hitl_forbidden: { status: 403, message: "%s", remedy: "let one of those answer who are assigned to the task" },
  run_exists: {
    status: 409,
    unique: true,
    message: "A run of `%s` with the same %s exists: `%s`",
    remedy: "choose another run id or logical date",
  },
  task_instance_not_found: {
    status: 404,
    message: "The Task Instance with dag_id: `%s`, run_id: `%s` and task_id: `%s` was not found",
    remedy: "`momiji tasks states-for-dag-run DAG RUN` shows the task instances",
  },
  xcom_not_found: {
    status: 404,
    message: "XCom entry with key: `%s` not found",
    remedy: "`momiji tasks xcom DAG RUN TASK` shows what there is",
  },
  group_not_found: {
    status: 404,
    message: "Task group `%s` was not found in DAG `%s`",
    remedy: "`momiji dags show DAG` shows the groups",
  },
  backfill_not_found: {
    status: 404,
    message: "Backfill not found",
    remedy: "`momiji backfill list` shows the backfills",
  },
  already_in_state: {
    status: 409,
    message: "Task id %s is already in %s state",
    remedy: "none is needed",
  },
  task_is_running: {
    status: 409,
    message: "Task instances are running, and prevent_running_task was asked for: %s",
    remedy: "wait until they have ended, or clear without prevent_running_task",
  },
  run_is_running: {
    status: 409,
    message: "The DagRun with dag_id: `%s` and run_id: `%s` cannot be deleted in running state",
    remedy: "mark it failed first, or wait until it has ended",
  },
  dag_is_active: {
    status: 409,
    message: "Task instances of dag with id: '%s' are still running",
    remedy: "wait until they have ended, or mark their runs failed",
  },
  dag_is_paused: {
    status: 409,
    message: "Dag %s is paused",
    remedy: "`momiji dags unpause DAG` switches it on",
  },
  backfill_open: {
    status: 409,
    message: "There is already a running backfill for dag %s",
    remedy: "wait for it, or `momiji backfill cancel`; `momiji backfill list` shows it",
  },
  backfill_completed: {
    status: 409,
    message: "Backfill is already completed.",
    remedy: "none is needed",
  },
  backfill_backwards: {
    status: 422,
    plain: true,
    message: "%s",
    remedy: "let the oldest run first: leave run_backwards out",
  },
  backfill_skips_past: {
    status: 422,
    plain: true,
    message: "%s",
    remedy: "set reprocess_behavior to failed or completed",
  },
  backfill_refused: {
    status: 422,
    plain: true,
    message: "%s",
    remedy: "change the range, the options or the DAG; --dry-run shows what would happen",
  },
  too_busy: {
    status: 409,
    message: "The runs changed faster than they could be acted upon; nothing was changed",
    remedy: "ask again",
  },
  no_logical_date: {
    status: 400,
    message: "Cannot use include_past or include_future with no logical_date: run `%s` belongs to no date",
    remedy: "act on the run alone",
  },
  too_many_runs: {
    status: 400,
    message: "More than %s runs at once",
    remedy: "choose a shorter range of dates",
  },
  run_type_not_allowed: {
    status: 400,
    message: "%s",
    remedy: "change allowedRunTypes of the DAG",
  },
  invalid_run_id: { status: 400, message: "%s", remedy: "choose another run id, or none" },
  asset_not_found: {
    status: 404,
    message: "The Asset with ID: `%s` was not found",
    remedy: "`momiji assets list` shows the assets",
  },
  asset_of_event_not_found: {
    status: 404,
    message: "Asset with ID: `%s` was not found",
    remedy: "`momiji assets list` shows the assets",
  },
  asset_alias_not_found: {
    status: 404,
    message: "The Asset Alias with ID: `%s` was not found",
    remedy: "`momiji assets list --alias` shows the aliases",
  },
  queued_event_not_found: {
    status: 404,
    message: "%s was not found",
    remedy: "`momiji assets list` shows which DAGs wait for which asset",
  },
  asset_without_dag: {
    status: 404,
    message: "No DAG materializes asset with ID: %s",
    remedy: "name the asset in the outlets of a task",
  },
  asset_of_many_dags: {
    status: 409,
    message: "More than one DAG materializes asset with ID: %s",
    remedy: "trigger the one that you mean: `momiji dags trigger DAG`",
  },
  invalid: { status: 422, message: "%s", remedy: "correct the field that `loc` names" },
  invalid_params: {
    status: 400,
    message: "%s",
    remedy: "give params that fit the DAG's schema; `momiji dags show DAG` prints it",
  },
} as const;

export type ApiErrorCode = keyof typeof API_ERRORS;

const HIDDEN = { statement: "hidden", orig_error: "hidden" };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  readonly status: number;
  /** What the message was filled in with. */
  readonly words: readonly string[];
  /** Path of the field in question, as in Airflow's 422 answers: `["body", "logical_date"]`. */
  readonly loc: readonly string[] | undefined;

  constructor(code: ApiErrorCode, words: readonly string[] = [], loc?: readonly string[]) {
    let index = 0;
    super(API_ERRORS[code].message.replace(/%s/g, () => words[index++] ?? ""));
    this.code = code;
    this.words = words;
    this.status = API_ERRORS[code].status;
    this.loc = loc;
  }

  /** Of `forbidden` with the right that is missing, if one alone would have done. */
  get remedy(): string {
    const [right] = this.words;
    return API_ERRORS[this.code].remedy.replace("%s", right === undefined ? "" : ` (${right})`);
  }

  /** Airflow's body, with the code and the remedy beside it. */
  body(): unknown {
    return { detail: this.#detail(), code: this.code, remedy: this.remedy };
  }

  #detail(): unknown {
    const entry = API_ERRORS[this.code];
    // What a constraint of its database refuses Airflow answers in this form.
    if ("unique" in entry) return { reason: "Unique constraint violation", ...HIDDEN, message: this.message };
    const isPlain = "plain" in entry;
    return this.status === 422 && !isPlain
      ? [{ loc: this.loc ?? ["body"], msg: this.message, type: "value_error" }]
      : this.message;
  }
}

/** What does not fit, and where: `["body", "logical_date"]`. */
export interface Problem {
  readonly loc: readonly (string | number)[];
  readonly message: string;
  /** Pydantic's: `missing`, `extra_forbidden`, ... */
  readonly type: string;
  /** What was given there. */
  readonly input: unknown;
}

/** Several things at once do not fit; Airflow's 422 lists them all. */
export class InvalidRequest extends ApiError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super("invalid", [problems[0]?.message ?? "invalid"], problems[0]?.loc.map(String));
    this.problems = problems;
  }

  override body(): unknown {
    const detail = this.problems.map(({ loc, message, type, input }) => {
      // What was given is shown, but for what may be secret.
      const shown = maskJson(String(loc.at(-1) ?? ""), (input ?? null) as Json, []);
      return { type, loc, msg: message, input: shown };
    });
    return { detail, code: this.code, remedy: this.remedy };
  }
}
