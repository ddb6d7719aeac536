/** The marks of people in a DAG, read back from the event log. */
import type { HandMark } from "@momiji/core";
import type { EventLogRecord, Store } from "@momiji/store";

/** As `routes/marks.ts` and `routes/run-acts.ts` write them. */
const EVENTS = ["patch_task_instance", "patch_task_group_instances", "mark_task_instances", "patch_dag_run"];

/** More marks of one DAG than this are not looked through. */
const MARKS_LIMIT = 1000;

/** Newest first. Those of other runs too, since a mark may reach from one run to others. */
export async function handMarks(store: Store, dagId: string): Promise<HandMark[]> {
  const filter = { dagId, includedEvents: EVENTS, descending: true, limit: MARKS_LIMIT };
  const { entries } = await store.listEventLogs(filter);
  return entries.flatMap(single).flatMap((entry) => markOf(entry) ?? []);
}

/** What was done to several together, as if each had been marked by itself. */
function single(entry: EventLogRecord): readonly EventLogRecord[] {
  const { task_ids: ids } = entry.extra ?? {};
  if (entry.event !== "mark_task_instances" || !Array.isArray(ids)) return [entry];
  return ids.map((taskId) => ({ ...entry, taskId: String(taskId) }));
}

function markOf({ event, when, owner, runId, taskId, mapIndex, extra = {} }: EventLogRecord): HandMark | null {
  const { state, group_id: groupId, upstream, downstream, past, future } = extra;
  if (typeof state !== "string" || runId === undefined) return null;
  const of = wholeOf({ event, taskId, mapIndex, groupId });
  if (of === undefined) return null;
  return {
    at: when,
    by: owner,
    runId,
    of,
    state,
    upstream: upstream === true,
    downstream: downstream === true,
    reachesOthers: past === true || future === true,
  };
}

function wholeOf(named: {
  readonly event: string;
  readonly taskId: string | undefined;
  readonly mapIndex: number | undefined;
  readonly groupId: unknown;
}): HandMark["of"] | undefined {
  const { event, taskId, mapIndex, groupId } = named;
  if (event === "patch_dag_run") return null;
  if (typeof groupId === "string") return { groupId };
  return taskId === undefined ? undefined : { taskId, ...(mapIndex === undefined ? {} : { mapIndex }) };
}
