/** What an act would do, before it does it: everyone whom it touches, and a tag that says whether it still would. */
import {
  type Act,
  type DagRun,
  type GraphTask,
  instanceName,
  type RunView,
  type TaskInstance,
  type TaskState,
} from "@momiji/core";
import { fingerprint } from "../views/etag.ts";

/**
 * `will_run`: it runs again, as soon as there is room. `will_wait`: it does so after those of `waits_for`. `stopped`: what it
 * does is ended. `marked`: it gets another state. `kept`: it stays.
 */
export type Effect = "will_run" | "will_wait" | "stopped" | "marked" | "kept";

export interface PreviewItem {
  readonly key: {
    readonly dag_id: string;
    readonly dag_run_id: string;
    readonly task_id: string;
    readonly map_index: number;
  };
  readonly from: TaskState;
  readonly to: TaskState;
  readonly effect: Effect;
  /** Asked for, or it follows from what was asked for. */
  readonly reason: "asked" | "follows";
  /** Tasks before it that run again too; empty but for `will_wait`. */
  readonly waits_for: readonly string[];
}

export interface ActPreview {
  /** Send it as `If-Match` with the act: it is refused if it would touch others by then. */
  readonly etag: string;
  readonly items: readonly PreviewItem[];
  readonly total: number;
  /** Counts by task and effect where there are too many items to look at each; else empty. */
  readonly groups: readonly ItemGroup[];
  readonly runs: readonly {
    readonly dag_id: string;
    readonly dag_run_id: string;
    readonly from: DagRun["state"];
    readonly to: DagRun["state"];
  }[];
}

export interface ItemGroup {
  readonly task_id: string;
  readonly effect: Effect;
  readonly count: number;
  /** In how many runs. */
  readonly runs: number;
}

/** From more items on they are counted by task. */
const MOST_LISTED = 500;

/** What is decided about one run. */
interface Decided {
  readonly view: RunView;
  readonly act: Act;
}

export function previewOf(acts: readonly Decided[]): ActPreview {
  const items = acts.flatMap(itemsOf);
  const runs = acts.map(({ view: { run }, act }) => ({
    dag_id: run.dagId,
    dag_run_id: run.runId,
    from: run.state,
    to: act.changes.run?.state ?? run.state,
  }));
  const groups = items.length > MOST_LISTED ? groupsOf(items) : [];
  return { etag: `"${fingerprint(JSON.stringify([items, runs]))}"`, items, total: items.length, groups, runs };
}

function groupsOf(items: readonly PreviewItem[]): readonly ItemGroup[] {
  const byKind = Map.groupBy(items, ({ key, effect }) => `${effect} ${key.task_id}`);
  return [...byKind.values()].map((all) => {
    const { key, effect } = all[0] as PreviewItem;
    const runs = new Set(all.map((each) => each.key.dag_run_id)).size;
    return { task_id: key.task_id, effect, count: all.length, runs };
  });
}

function itemsOf({ view, act }: Decided): readonly PreviewItem[] {
  const items = itemsOfAct({ view, act });
  const again = new Set(items.filter(({ effect }) => effect === "will_run").map(({ key }) => key.task_id));
  return items.map((item) => waiting(item, view, again));
}

/** What runs again after others that run again waits for them. */
function waiting(item: PreviewItem, { graph }: RunView, again: ReadonlySet<string>): PreviewItem {
  const task = graph.tasks[graph.indexOf.get(item.key.task_id) ?? -1];
  if (item.effect !== "will_run" || task === undefined) return item;
  const before = task.upstream.map((at) => (graph.tasks[at] as GraphTask).taskId).filter((id) => again.has(id));
  return before.length === 0 ? item : { ...item, effect: "will_wait", waits_for: before };
}

function itemsOfAct({ view, act: { affected, changes } }: Decided): readonly PreviewItem[] {
  const after = new Map([...changes.insert, ...changes.update].map((each) => [instanceName(each), each]));
  const asked = new Set(affected.map(instanceName));
  const before = new Map(view.instances.map((each) => [instanceName(each), each]));
  // New instances that nobody asked for come with every run that begins; they say nothing.
  const following = changes.update.filter((each) => !asked.has(instanceName(each)));
  return [
    ...affected.map((each) =>
      itemOf(view, { before: each, after: after.get(instanceName(each)) ?? each, reason: "asked" }),
    ),
    ...following.map((each) =>
      itemOf(view, { before: before.get(instanceName(each)) ?? each, after: each, reason: "follows" }),
    ),
  ];
}

const RUNNING: ReadonlySet<TaskState> = new Set(["running", "queued", "deferred", "awaiting_input", "restarting"]);

function itemOf(
  { run }: RunView,
  { before, after, reason }: { before: TaskInstance; after: TaskInstance; reason: PreviewItem["reason"] },
): PreviewItem {
  const { taskId, mapIndex } = before;
  return {
    key: { dag_id: run.dagId, dag_run_id: run.runId, task_id: taskId, map_index: mapIndex },
    from: before.state,
    to: after.state,
    effect: effectOf(before.state, after.state),
    reason,
    waits_for: [],
  };
}

function effectOf(before: TaskState, after: TaskState): Effect {
  if (after === null || after === "restarting") return "will_run";
  if (before === after) return "kept";
  return RUNNING.has(before) ? "stopped" : "marked";
}
