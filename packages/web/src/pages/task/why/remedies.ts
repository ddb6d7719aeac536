/** What would change a reason: the act or the page in the interface first, the command beside it. */
import type { ActRequest, ActTarget } from "../../../acts/open-act.ts";
import type en from "../../../i18n/en/why.json";
import type { May, Rightful } from "../../../rights/rights.ts";
import { Facts } from "./facts.ts";
import { instanceOf } from "./end-words.ts";
import type { InstancePlace, WhyPlace } from "./why-place.ts";
import { readInstanceName } from "./why-place.ts";
import type { Reason, ReasonCode } from "./why-words.ts";

export type RemedyWords = keyof (typeof en)["remedy"];

/** Pages that a remedy leads to. */
export type RemedyPage =
  | { readonly page: "import_errors" | "workers" | "deadlines" | "assets" | "answers" | "pools" }
  | { readonly page: "pool"; readonly pool: string }
  | { readonly page: "backfill"; readonly dagId: string; readonly backfillId: string }
  | { readonly page: "run"; readonly dagId: string; readonly runId: string }
  | { readonly page: "task"; readonly task: InstancePlace };

export interface Remedy {
  readonly words: RemedyWords;
  /** What is put into them. */
  readonly values?: { readonly [name in "dag" | "id" | "limit" | "name" | "pool"]?: string };
  /** Opened in a dialog that says first what it will do; `of` and `may`: the right that it needs. */
  readonly act?: { readonly request: ActRequest; readonly of: Rightful; readonly may: May };
  readonly link?: RemedyPage;
  /** The same on the command line. */
  readonly command?: string;
}

type Find = (facts: Facts, place: WhyPlace) => readonly Remedy[];

const say = (words: RemedyWords): Find => {
  return () => [{ words }];
};

const BY_CODE: { readonly [code in ReasonCode]: Find } = {
  dag_gone: say("putBack"),
  dag_paused: (_, { dagId }) => [switchOn(dagId)],
  no_scheduler: () => [{ words: "startServer", command: "momiji standalone" }],
  import_error: () => [
    { words: "importErrors", link: { page: "import_errors" }, command: "momiji dags list-import-errors" },
  ],
  run_queued: (facts) => [{ words: facts.text("turn") === "next" ? "byItself" : "waitForRun" }],
  run_not_due: say("byItself"),
  run_running: say("lookAtTasks"),
  backfill_paused: (facts, { dagId }) => {
    const id = String(facts.number("backfill_id") ?? "");
    const link = { page: "backfill", dagId, backfillId: id } as const;
    return [{ words: "backfill", values: { id }, link, command: `momiji backfill unpause ${id}` }];
  },
  backfill_max_active_runs: say("waitForBackfillRun"),
  run_ended: (_, place) => clearing("clear", place),
  no_such_task_instance: say("checkName"),
  ended: afterEnd,
  caused_by: ofRoot,
  held: (facts) => (facts.text("state") === "queued" ? [{ words: "workers", link: { page: "workers" } }] : []),
  awaiting_input: () => [{ words: "answer", link: { page: "answers" } }],
  deadline_pending: () => [],
  deadline_missed: (facts, { dagId }) => {
    const runId = facts.text("run_id");
    const command = runId === null ? {} : { command: `momiji callbacks list --dag-id ${dagId} --run-id ${runId}` };
    return [{ words: "deadlines", link: { page: "deadlines" }, ...command }];
  },
  upstream: say("upstream"),
  mapping: say("lookAtThose"),
  depends_on_past: before,
  wait_for_downstream: before,
  retry_wait: (_, place) => clearing("clearNow", place),
  reschedule_wait: (_, place) => clearing("clearNow", place),
  deferred: say("endWaiting"),
  no_schedule: (facts, { dagId }) => [
    trigger(dagId),
    { words: facts.has("schedule") ? "changeSchedule" : "giveSchedule" },
  ],
  not_due: (_, { dagId }) => [{ words: "byItself" }, trigger(dagId)],
  start_date: (facts, { dagId }) =>
    facts.text("of") === "task" ? [{ words: "dates" }] : [{ words: "earlierStart" }, trigger(dagId)],
  end_date: (facts, { dagId }) =>
    facts.text("of") === "task" ? [{ words: "dates" }] : [{ words: "laterEnd" }, trigger(dagId)],
  max_active_runs: say("waitForRun"),
  catchup_held: (_, { dagId }) => [{ words: "confirmCatchup", command: `momiji dags confirm-catchup ${dagId}` }],
  run_type_not_allowed: say("allowedRunTypes"),
  assets: () => [{ words: "makeAssets" }, { words: "assets", link: { page: "assets" } }],
  pool: ofPool,
  max_active_tasks: say("maxActiveTasks"),
  max_active_tis_per_dag: () => [{ words: "taskLimit", values: { limit: "max_active_tis_per_dag" } }],
  max_active_tis_per_dagrun: () => [{ words: "taskLimit", values: { limit: "max_active_tis_per_dagrun" } }],
  executor: (facts) => [{ words: facts.number("limit") === null ? "nameExecutor" : "executor" }],
};

/** Null: the code is not known here, so that the server's own words are told. */
export function remediesOf({ code, details }: Reason, place: WhyPlace): readonly Remedy[] | null {
  const find = (BY_CODE as { readonly [code: string]: Find | undefined })[code];
  return find === undefined ? null : find(new Facts(details), place);
}

/** What makes two remedies the same. */
export function remedyKey({ words, values, link, command }: Remedy): string {
  return JSON.stringify([words, values, link, command]);
}

function switchOn(dagId: string): Remedy {
  const request = { kind: "switch", dagId, isOn: true } as const;
  const act = { request, of: "dag", may: "edit" } as const;
  return { words: "switchOn", values: { dag: dagId }, act, command: `momiji dags unpause ${dagId}` };
}

function trigger(dagId: string): Remedy {
  const act = { request: { kind: "trigger", dagId }, of: "run", may: "create" } as const;
  return { words: "trigger", values: { dag: dagId }, act, command: `momiji dags trigger ${dagId}` };
}

/** Of the task instance, or of what failed in the run. */
function clearing(words: RemedyWords, place: WhyPlace): readonly Remedy[] {
  const { dagId, runId, taskId, mapIndex = -1 } = place;
  if (runId === undefined) return [];
  const target: ActTarget =
    taskId === undefined
      ? { of: "runs", runs: [{ dagId, runId }] }
      : { of: "tasks", tasks: [{ dagId, runId, taskId, mapIndex }] };
  const of = taskId === undefined ? "run" : "task_instance";
  return [{ words, act: { request: { kind: "clear", target }, of, may: "edit" } }];
}

function afterEnd(facts: Facts, place: WhyPlace): readonly Remedy[] {
  const { dagId, runId } = place;
  const [state, isOfRun] = [facts.text("state"), !facts.has("cause")];
  if (state === "removed" || runId === undefined) return [];
  if (state !== "upstream_failed" && !(isOfRun && state === "failed")) return clearing("clear", place);
  const request = { kind: "clear", target: { of: "runs", runs: [{ dagId, runId }] }, onlyFailed: true } as const;
  const command = `momiji tasks clear ${dagId} --run-id ${runId} --only-failed`;
  return [{ words: "clearFailed", act: { request, of: "run", may: "edit" }, command }];
}

/** Of an end further up. */
function ofRoot(facts: Facts, { dagId, runId }: WhyPlace): readonly Remedy[] {
  if (runId === undefined) return [];
  const name = instanceOf(facts);
  if (name === null) return [{ words: "allOfThem", link: { page: "run", dagId, runId } }];
  const task = { dagId, runId, ...readInstanceName(name) };
  const hasLog = facts.text("state") === "failed" && (facts.number("try_number") ?? 0) > 0;
  const index = task.mapIndex < 0 ? "" : ` --map-index ${task.mapIndex}`;
  const command = hasLog ? { command: `momiji tasks logs ${dagId} ${runId} ${task.taskId}${index}` } : {};
  return [{ words: hasLog ? "seeLog" : "openTask", values: { name }, link: { page: "task", task }, ...command }];
}

/** In the run before. */
function before(facts: Facts, { dagId }: WhyPlace): readonly Remedy[] {
  const runId = facts.text("run_id");
  const open = facts.list("open").flatMap((one): Remedy[] => {
    const [taskId, mapIndex] = [one.text("task_id"), one.number("map_index") ?? -1];
    if (taskId === null || runId === null) return [];
    const link = { page: "task", task: { dagId, runId, taskId, mapIndex } } as const;
    return [{ words: "openTask", values: { name: `${instanceOf(one)} · ${runId}` }, link }];
  });
  const run: readonly Remedy[] = runId === null ? [] : [{ words: "openRun", link: { page: "run", dagId, runId } }];
  return [{ words: "past" }, ...(open.length === 0 ? run : open.slice(0, SHOWN))];
}

const SHOWN = 3;

function ofPool(facts: Facts): readonly Remedy[] {
  const pool = facts.text("name") ?? "";
  const [limit, asks] = [facts.number("limit"), facts.number("asks") ?? 0];
  if (limit === null) return [{ words: "createPool", values: { pool }, link: { page: "pools" } }];
  const small: readonly Remedy[] = asks > limit ? [{ words: "poolTooSmall" }] : [];
  return [...small, { words: "raisePool", values: { pool }, link: { page: "pool", pool } }];
}
