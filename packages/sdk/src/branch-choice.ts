/** What the function of a branch chose, and what that decides against (`SkipMixin.skip_all_except` of Airflow). */
import type { Json } from "@momiji/core";
import { show } from "./checks.ts";
import type { DagDraft } from "./dag-draft.ts";
import { firstOf, tasksAfter, tasksBehind, tasksInGroup } from "./draft-graph.ts";
import { EdgeNode } from "./edge-end.ts";
import { type SkipDecision, skipDecision } from "./skip-decision.ts";
import { FailTask } from "./task-errors.ts";

/** Declared choices: by name the ids of the tasks and groups that it stands for. */
export type ChoiceIds = ReadonlyMap<string, readonly string[]>;

export interface Chooser {
  readonly draft: DagDraft;
  /** Full id of the branch. */
  readonly taskId: string;
  readonly choices: ChoiceIds;
}

/**
 * What comes right after the branch is skipped unless it was chosen or lies behind something chosen as well; teardowns are
 * never skipped by a branch.
 * @throws FailTask if something was chosen that is not right after the branch.
 */
export function decideBranch(chooser: Chooser, returned: unknown): SkipDecision {
  const { draft, taskId } = chooser;
  const ids = isNothing(returned) ? [] : [returned].flat().flatMap((one) => chosenIds(chooser, one));
  const after = tasksAfter(draft, taskId);
  const chosen = ids.flatMap((id) => firstTasksOf(chooser, id, after));
  const kept = new Set([...chosen, ...tasksBehind(draft, chosen)]);
  return skipDecision(
    after.filter((id) => !kept.has(id) && draft.tasks.get(id)?.role.isTeardown !== true),
    valueOf(returned, ids),
  );
}

/** What a closed short circuit skips: everything behind it, or only what comes right after it; never teardowns. */
export function cutOff(draft: DagDraft, taskId: string, everything: boolean): readonly string[] {
  const below = everything ? [...tasksBehind(draft, [taskId])] : tasksAfter(draft, taskId);
  return below.filter((id) => draft.tasks.get(id)?.role.isTeardown !== true);
}

/** The ids that one of the returned values means. */
function chosenIds(chooser: Chooser, one: unknown): readonly string[] {
  if (one instanceof EdgeNode && one.isIn(chooser.draft)) return [one.id];
  if (typeof one === "string") return chooser.choices.get(one) ?? [one];
  throw wrongChoice(chooser, one instanceof EdgeNode ? `${one.label} of another DAG` : show(one));
}

/** Of a task itself, of a group the tasks that it begins with: those of them that come right after the branch. */
function firstTasksOf(chooser: Chooser, id: string, after: readonly string[]): readonly string[] {
  const { draft } = chooser;
  const first = draft.groups.has(id) ? firstOf(draft, tasksInGroup(draft, id)) : [id];
  const reached = first.filter((task) => after.includes(task));
  if (reached.length === 0) throw wrongChoice(chooser, show(id));
  return reached;
}

function wrongChoice({ draft, taskId, choices }: Chooser, what: string): FailTask {
  const after = tasksAfter(draft, taskId);
  const groups = [...draft.groups.keys()].filter((id) =>
    firstOf(draft, tasksInGroup(draft, id)).some((task) => after.includes(task)),
  );
  const allowed = [...new Set([...choices.keys(), ...after, ...groups])].map(show).join(", ");
  const hint =
    allowed === "" ? "nothing comes after it" : `it may choose ${allowed}, several of them in a list, or null`;
  return new FailTask(`the branch ${show(taskId)} chose ${what}, which does not come right after it; ${hint}`);
}

/** The ids as Airflow's XCom has them: one alone, or a list. */
function valueOf(returned: unknown, ids: readonly string[]): Json {
  if (isNothing(returned)) return null;
  return Array.isArray(returned) || ids.length !== 1 ? ids : (ids[0] as string);
}

function isNothing(returned: unknown): returned is null | undefined {
  return returned === null || returned === undefined;
}
