/** Questions why something does not run. */
import { z } from "zod";
import { whole } from "./query.ts";
import { DagWhy, RunWhy } from "./reason-answers.ts";
import { Dependencies, TaskWhy } from "./task-answers.ts";

const path = { dag_id: z.string(), dag_run_id: z.string(), task_id: z.string() };

/** The instance of a mapped task is told in the query, or in the path. */
const inQuery = { params: z.object(path), query: z.object({ map_index: whole(-1).default(-1) }) };
const inPath = { params: z.object({ ...path, map_index: whole(-1) }), query: z.object({}) };

export const oneTask = {
  why: { ...inQuery, answers: { 200: TaskWhy } },
  dependencies: { ...inQuery, answers: { 200: Dependencies } },
};
export const mappedTask = {
  why: { ...inPath, answers: { 200: TaskWhy } },
  dependencies: { ...inPath, answers: { 200: Dependencies } },
};
export const run = { answers: { 200: RunWhy } };
export const dag = { answers: { 200: DagWhy } };
