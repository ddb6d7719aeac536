import { expect, test } from "vitest";
import { lineOfTask } from "./line-of-task.ts";

const TYPESCRIPT = `// "load" comes after "extract"
import { load } from "./load.ts";
const extract = bash("extract", { command: "true" });
const last = task(
  'load',
  load,
);
last.after(extract);`;

const PYTHON = `with DAG("daily"):
    @task
    def load():
        pass
    BashOperator(task_id="extract", bash_command="true")`;

test("a task is where its id is an argument, not where its name is used or spoken of", () => {
  expect([lineOfTask(TYPESCRIPT, "extract"), lineOfTask(TYPESCRIPT, "load")]).toEqual([3, 5]);
});

test("a task of Python is where its function is, or its task_id", () => {
  expect([lineOfTask(PYTHON, "load"), lineOfTask(PYTHON, "extract")]).toEqual([3, 5]);
});

test("in a group a task is found by its own name", () => {
  expect(lineOfTask(TYPESCRIPT, "stage.extract")).toBe(3);
});

test("a name that is not there, or has signs of patterns in it, is nowhere", () => {
  expect([lineOfTask(TYPESCRIPT, "file_7"), lineOfTask(TYPESCRIPT, "(.*")]).toEqual([null, null]);
});
