/** What people do to random runs, through the decisions that the server calls. */
import type { Act } from "./act.ts";
import type { TaskSelector } from "./act-scope.ts";
import { clearNewTasks, clearRun, type NewestVersion } from "./clear.ts";
import type { Dice } from "./dice.testing.ts";
import type { Micros } from "./instant.ts";
import { abandonRun, markInstances, markRun, tasksOfGroup } from "./mark.ts";
import type { RunView } from "./run-view.ts";

/** What may be asked for; the same act decides anew if the run has changed meanwhile. */
export interface RandomAct {
  readonly kind: string;
  decide(view: RunView): Act;
}

export interface Acting {
  readonly dice: Dice;
  readonly now: Micros;
  readonly newest: NewestVersion;
}

const MARKS = ["success", "failed", "skipped"] as const;
const GROUPS = ["plain", "g0", "g0.inner", "g1"];

/** Something that may be done to the run as it is. */
export function randomAct(view: RunView, acting: Acting): RandomAct {
  const { dice, now } = acting;
  const roll = dice(20);
  if (view.run.state === "queued" && roll < 5)
    return { kind: "abandon", decide: (each) => abandonRun(each, "not wanted", now) };
  if (roll < 8) return randomClear(view, acting);
  if (roll < 9) return { kind: "clear new tasks", decide: (each) => clearNewTasks(each, acting.newest, now) };
  if (roll < 11) return markGroup(view, acting);
  if (roll < 17) return randomMark(view, acting);
  const state = (["success", "failed", "queued"] as const)[roll - 17] as "success" | "failed" | "queued";
  return { kind: `mark run ${state}`, decide: (each) => markRun(each, state, now) };
}

function randomClear(view: RunView, { dice, now, newest }: Acting): RandomAct {
  const onNewest = dice(5) === 0;
  const tasks = dice(6) === 0 ? undefined : randomSelectors(view, dice);
  const request = {
    ...(tasks !== undefined && { tasks }),
    upstream: dice(4) === 0,
    downstream: dice(2) === 0,
    onlyFailed: dice(5) === 0,
    onlyRunning: dice(8) === 0,
    resetDagRuns: dice(6) > 0,
    newest: onNewest ? newest : null,
  };
  const kind = onNewest ? "clear on newest" : tasks === undefined ? "clear all" : "clear";
  return { kind, decide: (each) => clearRun(each, request, now) };
}

function randomMark(view: RunView, { dice, now }: Acting): RandomAct {
  const state = MARKS[dice(MARKS.length)] as (typeof MARKS)[number];
  const request = { tasks: randomSelectors(view, dice), upstream: dice(5) === 0, downstream: dice(5) === 0, state };
  return { kind: `mark ${state}`, decide: (each) => markInstances(each, request, now) };
}

function markGroup({ graph }: RunView, { dice, now }: Acting): RandomAct {
  const groupId = GROUPS[dice(GROUPS.length)] as string;
  const state = MARKS[dice(MARKS.length)] as (typeof MARKS)[number];
  const request = { tasks: tasksOfGroup(graph.spec, groupId), upstream: false, downstream: false, state };
  return { kind: `mark group ${state}`, decide: (each) => markInstances(each, request, now) };
}

/** Some tasks of those there are, whole or one instance of them; seldom one that is not there. */
function randomSelectors({ graph, instances }: RunView, dice: Dice): readonly TaskSelector[] {
  return Array.from({ length: 1 + dice(3) }, (): TaskSelector => {
    const chosen = instances[dice(Math.max(1, instances.length))];
    if (chosen === undefined || dice(12) === 0)
      return { taskId: graph.tasks[dice(graph.tasks.length)]?.taskId ?? "none", mapIndex: dice(4) - 1 };
    return dice(2) === 0 ? { taskId: chosen.taskId } : { taskId: chosen.taskId, mapIndex: chosen.mapIndex };
  });
}
