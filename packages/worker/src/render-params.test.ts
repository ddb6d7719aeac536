import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json, TaskQuestion } from "@momiji/core";
import { orderOf, RUN, startWorker, type TestWorker } from "./worker.testing.ts";

const asked: TaskQuestion[] = [];
let bench: TestWorker;
beforeAll(async () => {
  bench = await startWorker({
    ask: async (_id, question) => {
      asked.push(question);
      if (question.ask === "xcom") return question.mapIndex === "all" ? [{ rows: 7 }] : { rows: 7 };
      if (question.ask === "variable" && question.key === "broken") throw new Error("the engine is away");
      return question.ask === "variable" && question.key === "greeting" ? "hello" : undefined;
    },
  });
});
afterAll(() => bench.stop());

function templated(params: { readonly [name: string]: Json }): ReturnType<typeof orderOf> {
  return orderOf(
    { params, templateFields: ["command", "env", "cwd"] },
    { run: { ...RUN, params: { who: "$(touch /tmp/x); 'me'" } } },
  );
}

async function valueOf(params: { readonly [name: string]: Json }): Promise<Json | undefined> {
  return (await bench.outcomeOf(templated(params))).xcoms?.[0]?.value;
}

test("a command and its environment are rendered, and a value in the environment is no code", async () => {
  expect(await valueOf({ command: "echo {{ ds }} {{ run_id }}" })).toBe(`2026-01-01 ${RUN.runId}`);
  const env = { WHO: "{{ params.who }}", PATH: process.env["PATH"] ?? "" };
  expect(await valueOf({ command: 'echo "$WHO"', env })).toBe("$(touch /tmp/x); 'me'");
});

test("what a template asks for is fetched once", async () => {
  const command = "echo {{ var.value.greeting }} {{ ti.xcom_pull(task_ids='up').rows }} {{ var.value.greeting }}";
  expect(await valueOf({ command })).toBe("hello 7 hello");
  expect(asked.map((question) => question.ask).toSorted()).toEqual(["variable", "xcom"]);
});

test.each([
  ["{{ no_such_name }}", "no_such_name"],
  ["{% if %}", "command"],
  ["{{ var.value.absent }}", "absent"],
  ["{{ var.value.broken }}", "the engine is away"],
])("a template that fails, %s, fails the attempt with words, and nothing is run", async (command, words) => {
  const order = templated({ command });
  const { outcome } = await bench.outcomeOf(order);
  expect(outcome).toMatchObject({
    kind: "failed",
    code: "template",
    retryable: true,
    message: expect.stringContaining(words) as unknown,
  });
  expect(bench.events.some((event) => event.type === "started" && event.attemptId === order.attemptId)).toBe(false);
});

test("fields that are no templates are left as they are", async () => {
  const order = orderOf({ params: { command: "echo '{{ ds }}'" } });
  expect((await bench.outcomeOf(order)).xcoms?.[0]?.value).toBe("{{ ds }}");
});

test("what templates became is told when the task begins: with secrets hidden, long texts cut, and plain fields beside", async () => {
  const env = { WHO: "{{ params.who }}", API_TOKEN: "abcdef", PATH: process.env["PATH"] ?? "" };
  const order = templated({ command: "echo {{ ds }} {{ 'x' * 5000 }}", env, cwd: "/tmp" });
  await bench.outcomeOf(order);
  const started = bench.events.find((event) => event.type === "started" && event.attemptId === order.attemptId);
  expect(started).toMatchObject({
    rendered: {
      command: expect.stringMatching(/^echo 2026-01-01 x+ \.\.\. \(cut: 5016 characters\)$/) as unknown,
      env: { WHO: "$(touch /tmp/x); 'me'", API_TOKEN: "***" },
      cwd: "/tmp",
    },
  });
  const plain = templated({ command: "true" });
  await bench.outcomeOf(plain);
  expect(bench.events.find((event) => event.attemptId === plain.attemptId)).not.toHaveProperty("rendered");
});
