/** Questions why something does not run. */
import { DagWhy, RunWhy } from "./reason-answers.ts";
import { Dependencies, TaskWhy } from "./task-answers.ts";

export const task = { answers: { 200: TaskWhy } };
export const dependencies = { answers: { 200: Dependencies } };
export const run = { answers: { 200: RunWhy } };
export const dag = { answers: { 200: DagWhy } };
