import { dag, type Dag, type StandardJsonSchema } from "@momiji/sdk";
import { expect, test } from "vitest";
import { approval, choose, chooseBranch, form } from "./human-input.ts";
import { slackNotifier } from "./notifiers/slack.ts";

/** As a library of schemas writes them. */
const FIELDS: StandardJsonSchema<{ count?: number; why: string }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => ({ value: value as { count?: number; why: string } }),
    jsonSchema: {
      input: () => ({
        type: "object",
        properties: { count: { type: "number", default: 3 }, why: { type: "string" } },
        required: ["why"],
      }),
    },
  },
};

function taskOf(dag: Dag, taskId: string) {
  return dag.toSpec({ file: "x.ts" }).tasks.find((task) => task.taskId === taskId);
}

test("an approval states what is asked, of whom, and until when", () => {
  const made = dag({ id: "d" }, () => {
    approval("ok", {
      subject: "Deploy {{ ds }}?",
      defaults: "Reject",
      assignedUsers: ["alice", { id: "b", name: "Bob" }],
      executionTimeout: { hours: 1 },
      notifiers: slackNotifier(),
    });
  });
  expect(taskOf(made, "ok")).toEqual({
    taskId: "ok",
    operator: "approval",
    lane: "input",
    upstream: [],
    params: { subject: "Deploy {{ ds }}?" },
    templateFields: ["subject"],
    input: {
      kind: "approval",
      options: ["Approve", "Reject"],
      defaults: ["Reject"],
      assignees: [
        { id: "alice", name: "alice" },
        { id: "b", name: "Bob" },
      ],
      responseTimeoutSeconds: 3600,
      onInput: [{ name: "slack_notifier", lane: "async" }],
    },
  });
});

test("a branch draws its edges and knows which tasks an option stands for", () => {
  const made = dag({ id: "d" }, ({ task, group }) => {
    const go = task("go", () => 1);
    const stop = group("stop", () => {
      const first = task("first", () => 1);
      task("second", { first }, () => 2);
    });
    chooseBranch("way", { subject: "Where?", branches: { go, stop }, defaults: "stop" });
  });
  expect(taskOf(made, "way")?.input).toMatchObject({
    branches: { go: ["go"], stop: ["stop.first"] },
    defaults: ["stop"],
  });
  expect(taskOf(made, "go")?.upstream).toEqual(["way"]);
  expect(taskOf(made, "stop.first")?.upstream).toEqual(["way"]);
});

test("a form has a schema, and its defaults are taken when the time is up", () => {
  const made = dag({ id: "d" }, ({ task }) => {
    const details = form("details", {
      subject: "How many?",
      params: FIELDS,
    });
    task("use", { details }, ({ details }) => details.params_input.count ?? 0);
  });
  expect(taskOf(made, "details")?.input).toMatchObject({
    kind: "form",
    options: ["OK"],
    defaults: ["OK"],
    form: { defaults: { count: 3 }, schema: { type: "object", required: ["why"] } },
  });
});

test.each([
  [() => choose("c", { subject: "s", options: ["a", "a"] }), '"a" is there twice'],
  [() => choose("c", { subject: "s", options: ["a"], defaults: "b" as "a" }), 'there is no option "b"'],
  [() => choose("c", { subject: "s", options: ["a", "b"], defaults: ["a", "b"] }), "more than one default"],
  [() => choose("c", { subject: "s", options: [] }), "at least one"],
  [() => approval("c", {} as never), "needs subject"],
])("what cannot be asked is refused where it is written (%#)", (make, message) => {
  expect(() => dag({ id: "d" }, make)).toThrow(message);
});
