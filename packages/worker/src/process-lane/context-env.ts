/** What a command may know of its run: Airflow's `AIRFLOW_CTX_*` and Momiji's own variables, which say more. */
import { type AttemptOrder, type CallbackOrder, formatInstant, type Micros } from "@momiji/core";
import { ATTEMPT_VARIABLE } from "../processes/marked-processes.ts";

/** Instants are ISO 8601 in UTC; what a run does not have is absent. */
export function contextEnv(order: AttemptOrder): { readonly [name: string]: string } {
  const { run, task } = order;
  const env: { [name: string]: string } = {
    AIRFLOW_CTX_DAG_OWNER: task.owner ?? "airflow",
    AIRFLOW_CTX_DAG_ID: run.dagId,
    AIRFLOW_CTX_TASK_ID: task.taskId,
    AIRFLOW_CTX_DAG_RUN_ID: run.runId,
    AIRFLOW_CTX_TRY_NUMBER: String(order.tryNumber),
    [ATTEMPT_VARIABLE]: order.attemptId,
    MOMIJI_DAG_ID: run.dagId,
    MOMIJI_TASK_ID: task.taskId,
    MOMIJI_RUN_ID: run.runId,
    MOMIJI_MAP_INDEX: String(order.mapIndex),
    MOMIJI_TRY_NUMBER: String(order.tryNumber),
    MOMIJI_RUN_AFTER: textOf(run.runAfter),
  };
  if (order.callback !== undefined) setCallback(env, order.callback);
  if (task.email !== undefined) env["AIRFLOW_CTX_DAG_EMAIL"] = task.email.to.join(",");
  setInstant(env, ["AIRFLOW_CTX_LOGICAL_DATE", "AIRFLOW_CTX_EXECUTION_DATE", "MOMIJI_LOGICAL_DATE"], run.logicalDate);
  setInstant(env, ["MOMIJI_DATA_INTERVAL_START"], run.dataIntervalStart);
  setInstant(env, ["MOMIJI_DATA_INTERVAL_END"], run.dataIntervalEnd);
  return env;
}

/** As variables, since words that others choose must not be pasted into a command. */
function setCallback(env: { [name: string]: string }, { id, facts }: CallbackOrder): void {
  env["MOMIJI_CALLBACK_ID"] = id;
  env["MOMIJI_CALLBACK_EVENT"] = facts.event;
  env["MOMIJI_CALLBACK_REASON"] = facts.reason.replaceAll("\0", "");
  env["MOMIJI_RUN_STATE"] = facts.runState;
  if (facts.instance?.state) env["MOMIJI_TASK_STATE"] = facts.instance.state;
}

function setInstant(env: { [name: string]: string }, names: readonly string[], at: Micros | null): void {
  if (at === null) return;
  const text = textOf(at);
  for (const name of names) env[name] = text;
}

/** All tasks of a run have the same few instants, and printing one costs more than the rest of an environment. */
const texts = new Map<Micros, string>();
const MOST_TEXTS = 1_000;

function textOf(at: Micros): string {
  const known = texts.get(at);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  const text = formatInstant(at);
  texts.set(at, text);
  return text;
}
