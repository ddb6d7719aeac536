/** Labels of mapped instances, through a worker with real children. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FinishedEvent } from "./state/outcome-spool.ts";
import { messages, orderOf, startWorker, type TestWorker, writeBundle } from "./worker.testing.ts";

let bench: TestWorker;
beforeEach(async () => {
  bench = await startWorker();
});
afterEach(() => bench.stop());

interface Labels {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly outcome: FinishedEvent["outcome"];
  readonly said: readonly string[];
}

async function labelsOf(mapIndexTemplate: string, body: string): Promise<Labels> {
  const bundle = writeBundle(bench.folder, `{ load: ${body} }`);
  const task = { lane: "function", operator: "function", taskId: "load", mapIndexTemplate } as const;
  const order = orderOf(task, { bundle, mapIndex: 2, inputs: { file: "a.csv" } });
  const { outcome, renderedMapIndex: after } = await bench.outcomeOf(order);
  const { renderedMapIndex: before } = await bench.started(order.attemptId);
  return {
    before,
    after,
    outcome,
    said: messages(await bench.logOf(order), "momiji").filter((line) => line.includes("label")),
  };
}

const SUCCESS = { kind: "success" };
const FAILED = { kind: "failed", message: "no" };

test("a label of the inputs stands from the start, and is not told twice", async () => {
  const labels = await labelsOf("{{ inputs.file }}", "() => 1");
  expect(labels).toMatchObject({ before: "a.csv", after: undefined, outcome: SUCCESS, said: [] });
});

test("a label of the result comes with the end", async () => {
  const labels = await labelsOf("{{ inputs.file }}: {{ result.rows }}", "() => ({ rows: 7 })");
  expect(labels).toMatchObject({ before: undefined, after: "a.csv: 7", outcome: SUCCESS, said: [] });
});

test("a label may speak of what the instance has pushed", async () => {
  const template = "{{ ti.xcom_pull(task_ids=ti.task_id, key='rows', map_indexes=ti.map_index) }} rows";
  const labels = await labelsOf(template, '(_, ctx) => ctx.xcom.push("rows", 3)');
  expect(labels).toMatchObject({ after: "3 rows", outcome: SUCCESS });
});

test("a failure is told as it is, whatever the label", async () => {
  const fails = '() => { throw new Error("no"); }';
  expect(await labelsOf("{{ result.rows }}", fails)).toMatchObject({ after: undefined, outcome: FAILED, said: [] });
  expect(await labelsOf("{{ inputs.file }}", fails)).toMatchObject({ before: "a.csv", outcome: FAILED, said: [] });
});

test("a label that cannot be rendered fails nothing and is told after a success", async () => {
  const labels = await labelsOf("{{ nothing.at_all }}", "() => 1");
  expect(labels).toMatchObject({ before: undefined, after: undefined, outcome: SUCCESS });
  expect(labels.said).toEqual([expect.stringContaining("mapIndexTemplate gave no label")]);
});
