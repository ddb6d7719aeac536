/** Requests that act on runs and their tasks, and what they are answered with. */
import { z } from "zod";
import { Clear, RunClear, RunPatch, TaskPatch, TasksPatch } from "../act-bodies.ts";
import { PartitionClear, RunsClear } from "./clear-runs.ts";
import { whole } from "./query.ts";
import { ClearedPartitions, ClearedRuns, Run } from "./run-answers.ts";
import { Cleared, Instances, Marked } from "./task-answers.ts";

export const patchRun = { ownBody: RunPatch, answers: { 200: Run } };
export const patchRunDryRun = { ownBody: RunPatch, answers: { 200: Marked } };
export const deleteRun = { answers: { 204: null } };

const orDryRun = "with `dry_run` the task instances that would run again";

export const clear = { ownBody: Clear, answers: { 200: Instances } };
export const clearRun = {
  ownBody: RunClear,
  answers: { 200: z.union([Cleared, Run]).meta({ description: `The run; ${orDryRun}` }) },
};
export const clearRuns = {
  ownBody: RunsClear,
  answers: { 200: z.union([Cleared, ClearedRuns]).meta({ description: `The runs; ${orDryRun}` }) },
};
export const clearPartitions = { ownBody: PartitionClear, answers: { 200: ClearedPartitions } };

export const patchTask = { ownBody: TaskPatch, answers: { 200: Instances } };
export const patchTasks = { ownBody: TasksPatch, answers: { 200: Instances } };
export const patchMapped = {
  ...patchTask,
  params: z.object({ dag_id: z.string(), dag_run_id: z.string(), task_id: z.string(), map_index: whole(-1) }),
};
