/** Requests that act on runs and their tasks, and what they are answered with. */
import { z } from "zod";
import { Clear, RunClear, RunPatch, TaskPatch, TasksPatch } from "../act-bodies.ts";
import { PartitionClear, RunsClear } from "./clear-runs.ts";
import { texts, whole } from "./query.ts";
import { ClearedPartitions, ClearedRuns, Run } from "./run-answers.ts";
import { Cleared, Instances, Marked } from "./task-answers.ts";

const mask = { update_mask: texts.optional() };
const masked = z.object(mask);

export const patchRun = { query: masked, ownBody: RunPatch, answers: { 200: Run } };
export const patchRunDryRun = { query: masked, ownBody: RunPatch, answers: { 200: Marked } };
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

export const patchTask = {
  query: z.object({
    ...mask,
    map_index: whole(-1).optional().describe("Of a mapped task this instance alone; absent: all"),
  }),
  ownBody: TaskPatch,
  answers: { 200: Instances },
};
export const patchGroup = { ...patchTask, query: masked };
export const patchTasks = { ownBody: TasksPatch, answers: { 200: Instances } };
export const patchMapped = {
  ...patchGroup,
  params: z.object({ dag_id: z.string(), dag_run_id: z.string(), task_id: z.string(), map_index: whole(-1) }),
};
