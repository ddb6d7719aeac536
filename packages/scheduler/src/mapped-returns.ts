/**
 * What tasks return that others are mapped over: it must be a list or an object, and not too long. A task that breaks this
 * fails itself, at once and by name, instead of those that are mapped over it (`UnmappableXComTypePushed` of Airflow).
 */
import {
  type AttemptEvent,
  type AttemptOutcome,
  type GraphTask,
  type Json,
  RETURN_VALUE,
  returnedLength,
  type TaskInstance,
} from "@momiji/core";
import type { ActiveRun } from "./dag-entry.ts";

export interface JudgedReturn {
  /** As it came, or as the failure that it is. */
  readonly event: AttemptEvent;
  /** How many elements there are to map over; null: the event tells nothing of that. */
  readonly length: number | null;
}

/** @param active the run of the attempt; undefined: it is no attempt of a run */
export function judgeReturn(active: ActiveRun | undefined, event: AttemptEvent, maxLength: number): JudgedReturn {
  const untold = { event, length: null };
  if (active === undefined || event.type !== "finished" || event.outcome.kind !== "success") return untold;
  const { machine } = active;
  const instance = machine.instanceOfAttempt(event.attemptId);
  const task = machine.graph.tasks[machine.graph.indexOf.get(instance?.taskId ?? "") ?? -1];
  if (instance === undefined || task === undefined || task.mappers.length === 0) return untold;
  const returned = event.xcoms?.findLast(({ key }) => key === RETURN_VALUE);
  if (isOneOfMany(instance)) return returned === undefined ? untold : { event, length: 1 };
  const problem = problemOf(returned?.value, maxLength);
  if (problem === null) return { event, length: returnedLength(returned?.value as Json) ?? null };
  const others = event.xcoms?.filter(({ key }) => key !== RETURN_VALUE) ?? [];
  const readers = task.mappers.map((index) => ownerOf(machine.graph.tasks[index] as GraphTask));
  const outcome: AttemptOutcome = {
    kind: "failed",
    code: "mapping",
    message: `${[...new Set(readers)].join(", ")} is mapped over what it returns: ${problem}`,
    retryable: true,
  };
  return { event: { ...event, outcome, xcoms: others }, length: null };
}

/** Instances of a mapped task are elements themselves: each may return anything, or nothing. */
function isOneOfMany({ mapIndex }: TaskInstance): boolean {
  return mapIndex >= 0;
}

function ownerOf({ taskId, mappedGroup }: GraphTask): string {
  return mappedGroup === null ? `"${taskId}"` : `the group "${mappedGroup}"`;
}

function problemOf(value: Json | undefined, maxLength: number): string | null {
  if (value === undefined) return "it returned nothing; it must return a list or an object";
  const length = returnedLength(value);
  if (length === undefined) {
    const type = value === null ? "null" : `a ${typeof value}`;
    return `it returned ${type}; it must return a list or an object`;
  }
  if (length <= maxLength) return null;
  return `it returned ${length} elements, and core.maxMapLength is ${maxLength}; return fewer, or raise the limit`;
}
