/** Taking a mark back: each that it changed is marked as it was before, as long as that was an end and nothing has started. Pure. */
import type { MarkedState, TaskName } from "./open-act.ts";
import type { PreviewItem, WholePreview } from "./preview.ts";
import { type Call, callsOf, type Reach } from "./reach.ts";

const ENDS: readonly MarkedState[] = ["success", "failed", "skipped"];

const THESE_ALONE: Reach = {
  downstream: false,
  upstream: false,
  past: false,
  future: false,
  which: "all",
  onLatest: false,
};

/** What the mark has changed. */
function changedOf({ items }: WholePreview): readonly PreviewItem[] {
  return items.filter(({ from, to }) => from !== to);
}

export function startingOf({ items }: WholePreview): readonly PreviewItem[] {
  return items.filter(({ effect }) => effect === "will_run" || effect === "will_wait");
}

/** @returns null: something starts by it, or was in a state that nobody can mark, or not all of it is known */
export function undoCalls(done: WholePreview): readonly Call[] | null {
  const changed = changedOf(done);
  const isAll = done.items.length === done.total && changed.length > 0;
  if (!isAll || startingOf(done).length > 0) return null;
  if (!changed.every(({ from }) => ENDS.some((end) => end === from))) return null;
  return ENDS.flatMap((state) => {
    const tasks = changed.filter(({ from }) => from === state).map(nameOfItem);
    const wanted = {
      act: { kind: "mark", state },
      reach: THESE_ALONE,
      note: "",
      left: { items: [], running: false },
    } as const;
    return callsOf({ of: "tasks", tasks }, wanted);
  });
}

/** Whether the world is still as the mark left it: whatever is taken back is where the mark put it, and nothing would start. */
export function isStillSo(done: WholePreview, back: WholePreview): boolean {
  const nameOf = ({ key }: PreviewItem): string => JSON.stringify(Object.values(key));
  const put = new Map(changedOf(done).map((item) => [nameOf(item), item.to]));
  return startingOf(back).length === 0 && changedOf(back).every((item) => put.get(nameOf(item)) === item.from);
}

function nameOfItem({ key }: PreviewItem): TaskName {
  return { dagId: key.dag_id, runId: key.dag_run_id, taskId: key.task_id, mapIndex: key.map_index };
}
