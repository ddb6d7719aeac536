/** How the target of an act is called. */
import type { ActTarget } from "./open-act.ts";

const SHOWN = 3;

export function dagIdsOf(target: ActTarget): readonly string[] {
  if (target.of === "group") return [target.dagId];
  const all = target.of === "runs" ? target.runs : target.tasks;
  return [...new Set(all.map(({ dagId }) => dagId))];
}

export function runIdsOf(target: ActTarget): readonly string[] {
  if (target.of === "group") return [target.runId];
  const all = target.of === "runs" ? target.runs : target.tasks;
  return [...new Set(all.map(({ runId }) => runId))];
}

/** The one that it is about, or how they begin. `runName`: how people call a run. */
export function nameOfTarget(target: ActTarget, runName: (runId: string) => string): string {
  if (target.of === "group") return target.groupId;
  const names =
    target.of === "runs"
      ? target.runs.map(({ runId }) => runName(runId))
      : target.tasks.map(({ taskId, mapIndex = -1 }) => (mapIndex < 0 ? taskId : `${taskId} [${mapIndex}]`));
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(", ")} + ${names.length - SHOWN}` : names.join(", ");
}
