/** Task instances as a list. What a filter or an order does not ask for is not joined while rows are passed over. */
import type { Dialect } from "../../dialect.ts";
import type { ListRequest, TaskInstanceListFilter, TaskInstanceOrder } from "../../list-store.ts";
import { INSTANCE_COLUMNS } from "../../rows/task-instance-row.ts";
import { Conditions } from "../conditions.ts";
import { addDuration, addMatch, addNumbers, addRange, addTexts, isEverything } from "./filters.ts";
import { type BoundedOrder, type PageQueries, pageQueries, type SortColumn } from "./page.ts";
import { addTaskConditions } from "./dags-of-list.ts";
import { addRunConditions } from "./run-list.ts";

type Request = ListRequest<TaskInstanceListFilter, TaskInstanceOrder>;

const UPDATED_AT = "coalesce(t.end_date, t.start_date, t.queued_at, t.scheduled_at)";

/** Rows of tasks that their version does not name (any more) come last. */
const POSITION = "coalesce(d.position, 1000000000)";

const RENDERED = "coalesce(t.rendered_map_index, CAST(t.map_index AS TEXT))";

/** From what people must know of to what is as it should be. */
const URGENCY: readonly (readonly string[])[] = [
  ["failed"],
  ["upstream_failed"],
  ["awaiting_input"],
  ["up_for_retry", "restarting"],
  ["running"],
  ["deferred", "up_for_reschedule"],
  ["queued", "scheduled"],
];

const URGENCY_RANK = `CASE t.state ${URGENCY.flatMap((states, rank) => states.map((state) => `WHEN '${state}' THEN ${rank}`)).join(" ")} WHEN 'removed' THEN 8 WHEN 'skipped' THEN 9 WHEN 'success' THEN 10 ELSE 7 END`;

const ORDERS: { readonly [by in TaskInstanceOrder]: SortColumn } = {
  id: { text: "t.run_key" },
  state: { text: "t.state", isNullable: true },
  duration: { text: "(t.end_date - t.start_date)", isNullable: true },
  start_date: { text: "t.start_date", isNullable: true },
  end_date: { text: "t.end_date", isNullable: true },
  map_index: { text: "t.map_index" },
  try_number: { text: "t.try_number" },
  logical_date: { text: "r.logical_date", isNullable: true },
  run_after: { text: "r.run_after" },
  data_interval_start: { text: "r.data_interval_start", isNullable: true },
  data_interval_end: { text: "r.data_interval_end", isNullable: true },
  rendered_map_index: { text: RENDERED },
  operator: { text: "d.operator", isNullable: true },
  urgency: { text: URGENCY_RANK },
};

const KEY: readonly SortColumn[] = [{ text: "t.run_key" }, { text: "t.task_id" }, { text: "t.map_index" }];
/** The same order, found by way of the runs, and by way of their tasks. */
const KEY_BY_RUN: readonly SortColumn[] = [{ text: "r.run_key" }, { text: "t.task_id" }, { text: "t.map_index" }];
const KEY_BY_TASK: readonly SortColumn[] = [{ text: "r.run_key" }, { text: "d.task_id" }, { text: "t.map_index" }];
/** For few runs that an index of their own holds: an expression keeps the planner from the order of all others. */
const KEY_BY_FEW_RUNS: readonly SortColumn[] = [{ text: "(r.run_key + 0)" }, ...KEY_BY_RUN.slice(1)];
const KEY_OF_ONE_RUN: readonly SortColumn[] = [{ text: POSITION }, { text: "t.task_id" }, { text: "t.map_index" }];

const RUN = "JOIN dag_run r ON r.run_key = t.run_key";
/** The runs first: their number is a small part, and most filters are about them. */
const FROM_RUNS = "FROM dag_run r CROSS JOIN task_instance t";
const TASK = "LEFT JOIN dag_task d ON d.dag_id = r.dag_id AND d.version = r.dag_version AND d.task_id = t.task_id";
const NOTE =
  "LEFT JOIN task_instance_note n ON n.run_key = t.run_key AND n.task_id = t.task_id AND n.map_index = t.map_index";

const RUN_COLUMNS = ["run_id", "dag_id", "logical_date", "run_after", "dag_version"] as const;

/** States that only task instances of runs that have not ended are in. */
const UNFINISHED = ["scheduled", "queued", "running", "restarting", "up_for_retry", "up_for_reschedule", "deferred"];

/** Written like the condition of the index `task_instance_failed`. */
const FAILED = "(t.state = 'failed' OR t.state = 'upstream_failed')";

/**
 * Which tables have to be looked at to tell whether a row is wanted, and where to begin: at the runs, whose number is a small
 * part; at those of their tasks that are wanted; at what has failed.
 */
type Way = "one run" | "runs" | "runs in order of tasks" | "tasks of runs" | "failures" | "instances alone";

const FROM: { readonly [way in Way]: string } = {
  "one run": `${FROM_RUNS} ${TASK}`,
  runs: FROM_RUNS,
  "runs in order of tasks": `${FROM_RUNS} ${TASK}`,
  "tasks of runs": "FROM dag_run r CROSS JOIN dag_task d CROSS JOIN task_instance t",
  // And what is asked of their runs and tasks.
  failures: "FROM task_instance t",
  "instances alone": "FROM task_instance t",
};

/** Where each row takes several looks, so many are not counted as elsewhere; those of one run lie together. */
const MOST_COUNTED_OF_TASKS = 5_000;

export interface TaskInstanceQueries extends PageQueries {
  /** All instances that there are. */
  readonly isWhole: boolean;
  readonly isInOrderOfRuns: boolean;
  /** Null: an index gives the order, or few rows are left to sort. */
  readonly bounded: BoundedOrder | null;
}

export function taskInstanceListQueries(request: Request, dialect: Dialect): TaskInstanceQueries {
  const { filter, page, scope } = request;
  const way = wayOf(request);
  const conditions = new Conditions();
  if (FROM[way].startsWith(FROM_RUNS) || way === "tasks of runs") conditions.add("t.run_key = r.run_key");
  if (way === "tasks of runs") {
    conditions.add("d.dag_id = r.dag_id AND d.version = r.dag_version AND t.task_id = d.task_id");
  }
  addRunConditions(conditions, filter, dialect);
  conditions.addScope("r.dag_id", scope);
  addInstanceConditions(conditions, filter, dialect);
  const isAboutTasks = way !== "one run" && (filter.taskIds !== undefined || way === "tasks of runs");
  const order =
    page.order.length > 0 || way !== "one run" ? page.order : ([{ by: "map_index", descending: false }] as const);
  const queries = pageQueries(
    {
      keys: "t.run_key AS run_key, t.task_id AS task_id, t.map_index AS map_index",
      from: way === "failures" ? fromFailures(request, conditions) : FROM[way],
      conditions,
      columns: ORDERS,
      tie: tieOf(way, filter),
      ...(isAboutTasks ? { mostCounted: MOST_COUNTED_OF_TASKS } : {}),
      rows: { select: ROW, tables: "task_instance t CROSS JOIN dag_run r", on: SAME_KEY, left: NOTE },
    },
    { ...page, order },
  );
  return {
    ...queries,
    isWhole: isUnfiltered(filter) && isEverything(scope),
    isInOrderOfRuns: way === "instances alone" && order.every(({ by }) => by === "id"),
    bounded: boundedOrder(request, way, queries),
  };
}

/** Runs are in the order of their keys and of `run_after` by indexes. */
const INDEXED: readonly string[] = [ORDERS.id.text, ORDERS.run_after.text];

const VALUES_OF = {
  t: { tables: "task_instance t", runKeyOfTables: "t.run_key" },
  r: { tables: "dag_run r", runKeyOfTables: "r.run_key" },
  d: {
    tables: "dag_run r JOIN dag_task d ON d.dag_id = r.dag_id AND d.version = r.dag_version",
    runKeyOfTables: "r.run_key",
  },
} as const;

/** Where nearly all rows are wanted. */
function boundedOrder({ filter, page }: Request, way: Way, { rowAt }: PageQueries): BoundedOrder | null {
  const [first, ...others] = page.order;
  const isOpen = way === "instances alone" || isUnfiltered(filter);
  if (first === undefined || !isOpen || INDEXED.includes(ORDERS[first.by].text)) return null;
  const { text } = ORDERS[first.by];
  const table = text.startsWith("r.") ? "r" : text.startsWith("d.") ? "d" : "t";
  const place = page.from === undefined || page.from === "start" ? null : page.from;
  const [value = null] = place?.values ?? [];
  const runKey = Number(place?.values[page.order.length]);
  return {
    text,
    ...VALUES_OF[table],
    runKey: way === "instances alone" ? "t.run_key" : "r.run_key",
    descending: first.descending,
    isTiedByKey: others.length === 0,
    place: place === null ? null : { value, runKey },
    rowAt,
  };
}

function isUnfiltered(filter: TaskInstanceListFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

function fromFailures({ page }: Request, conditions: Conditions): string {
  const asked = [conditions.where, ...page.order.map(({ by }) => ORDERS[by].text)];
  const isAbout = (table: string): boolean => asked.some((text) => text.includes(table));
  if (isAbout("d.")) return `${FROM.failures} ${RUN} ${TASK}`;
  return isAbout("r.") ? `${FROM.failures} ${RUN}` : FROM.failures;
}

function tieOf(way: Way, { states }: TaskInstanceListFilter): readonly SortColumn[] {
  if (way === "one run") return KEY_OF_ONE_RUN;
  if (way === "tasks of runs") return KEY_BY_TASK;
  if (way === "failures" || way === "instances alone") return KEY;
  return isAmong(states, UNFINISHED) ? KEY_BY_FEW_RUNS : KEY_BY_RUN;
}

const SAME_KEY =
  "r.run_key = k.run_key AND t.run_key = k.run_key AND t.task_id = k.task_id AND t.map_index = k.map_index";

const ROW = [
  ...INSTANCE_COLUMNS.map((column) => `t.${column}`),
  ...RUN_COLUMNS.map((column) => `r.${column}`),
  "r.queued_at AS run_queued_at",
  "n.note",
].join(", ");

function wayOf({ filter, page, scope }: Request): Way {
  const orders = page.order.map(({ by }) => ORDERS[by].text);
  const given = (names: readonly (keyof TaskInstanceListFilter)[]): boolean =>
    names.some((name) => filter[name] !== undefined);
  if (filter.dagIds?.length === 1 && filter.runIds?.length === 1) return "one run";
  const { dagIds, runIds, states } = filter;
  if (isAmong(states, ["failed", "upstream_failed"]) && dagIds === undefined && runIds === undefined) return "failures";
  if (given(OF_TASKS)) return "tasks of runs";
  if (orders.some((text) => text.includes("d."))) return "runs in order of tasks";
  const isAboutRuns = given(OF_RUNS) || isAmong(states, UNFINISHED) || orders.some((text) => text.startsWith("r."));
  return isAboutRuns || !isEverything(scope) ? "runs" : "instances alone";
}

const OF_RUNS = ["dagIds", "dagId", "runIds", "runId", "dagVersions", "logicalDate", "runAfter", "taskIds"] as const;
const OF_TASKS = ["pools", "pool", "queues", "queue", "executors", "operators", "operator", "taskDisplayName"] as const;

function isAmong(states: TaskInstanceListFilter["states"], words: readonly string[]): boolean {
  return states !== undefined && states.length > 0 && states.every((state) => state !== null && words.includes(state));
}

function addInstanceConditions(conditions: Conditions, filter: TaskInstanceListFilter, dialect: Dialect): void {
  const { states } = filter;
  conditions.addOneOf("t.state", states);
  // Few runs are under way, and few instances have failed: these are found without a look at all others.
  if (isAmong(states, UNFINISHED)) conditions.add("r.state IN ('queued', 'running')");
  if (isAmong(states, ["failed", "upstream_failed"])) conditions.add(FAILED);
  addMatch(conditions, "t.task_id", filter.taskId);
  addRange(conditions, "t.start_date", filter.startDate);
  addRange(conditions, "t.end_date", filter.endDate);
  addRange(conditions, UPDATED_AT, filter.updatedAt);
  addDuration(conditions, ["t.start_date", "t.end_date"], filter.durationSeconds);
  addNumbers(conditions, ["t.try_number", dialect], filter.tryNumbers);
  addNumbers(conditions, ["t.map_index", dialect], filter.mapIndexes);
  addMatch(conditions, RENDERED, filter.renderedMapIndex);
  if (filter.isMapped === true) conditions.add("t.map_index >= 0");
  addTexts(conditions, ["t.task_id", dialect], filter.taskIds);
  addTaskConditions(conditions, filter, dialect);
}
