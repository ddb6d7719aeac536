/** What is wrong with a DAG that an author's code built without an exception. */
import { buildGraph, DagGraphError, type DagSpec, type Json, validateDagSpec, validateSchedule } from "@momiji/core";
import type { Trouble } from "../import-errors/trouble.ts";
import { jsonTrouble } from "./json-trouble.ts";

/** Empty: nothing; then `spec` is what its type says. */
export function troublesOf(spec: DagSpec): Trouble[] {
  const trouble = (problem: string, near: readonly string[]): Trouble => ({
    message: `DAG "${spec.dagId}": ${problem}`,
    near: [spec.dagId, ...near],
  });
  const unserialisable = jsonTrouble(spec, "");
  if (unserialisable !== null) {
    const advice = "but must be JSON: text, number, boolean, null, list or object";
    return [trouble(`${unserialisable}, ${advice}`, taskAt(spec, unserialisable))];
  }
  const problems = validateDagSpec(spec as unknown as Json);
  if (problems.length > 0)
    return problems.map(({ path, message }) => trouble(`${path} ${message}`, taskAt(spec, path)));
  const schedule = validateSchedule(spec.schedule);
  if (schedule !== null) return [trouble(schedule, cronsOf(spec))];
  try {
    buildGraph(spec);
    return [];
  } catch (error) {
    if (!(error instanceof DagGraphError)) throw error;
    return [trouble(error.message, error.taskIds.slice(0, 1))];
  }
}

/** The id of the task that a path like `tasks[2].retry` leads to. */
function taskAt(spec: DagSpec, path: string): string[] {
  const index = /^tasks\[(\d+)\]/.exec(path)?.[1];
  const taskId = index === undefined ? undefined : spec.tasks[Number(index)]?.taskId;
  return taskId === undefined ? [] : [taskId];
}

function cronsOf({ schedule }: DagSpec): readonly string[] {
  if (schedule.kind === "cron-interval") return [schedule.cron];
  return schedule.kind === "cron-trigger" ? schedule.crons : [];
}
