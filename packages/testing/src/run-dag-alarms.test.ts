import { approval, choose, form, slackNotifier } from "@momiji/operators";
import { dag, type StandardJsonSchema } from "@momiji/sdk";
import { expect, test } from "vitest";
import { runDag } from "./run-dag.ts";

const FIELDS: StandardJsonSchema<{ count?: number }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => ({ value: value as { count?: number } }),
    jsonSchema: { input: () => ({ type: "object", properties: { count: { type: "number", default: 3 } } }) },
  },
};

const AT = "2026-03-10T12:00Z";

test("callbacks of a DAG can be looked at, and their functions run", async () => {
  const seen: unknown[] = [];
  const built = dag({ id: "d", onFailure: slackNotifier() }, ({ task }) => {
    task("a", { onFailure: (ctx) => void seen.push([ctx.taskId, ctx.exception?.message]) }, () => {
      throw new Error("no luck");
    });
  });
  const { callbacks, state } = await runDag(built, { at: AT });
  expect(state).toBe("failed");
  expect(callbacks).toEqual([
    { taskId: "a", event: "on_failure", name: "onFailure", reason: "no luck" },
    { taskId: null, event: "on_failure", name: "slack_notifier", reason: "task_failure" },
  ]);
  expect(seen).toEqual([["a", "no luck"]]);
});

test("people's answers are planned; who is not planned for does not answer", async () => {
  const built = dag({ id: "d" }, ({ task }) => {
    const ok = approval("ok", { subject: "May I?", responseTimeout: { minutes: 1 }, defaults: "Approve" });
    const size = choose("size", { subject: "How big?", options: ["s", "m", "l"] });
    const more = form("more", { subject: "Which?", params: FIELDS });
    task("use", { ok, size, more }, ({ ok, size, more }) => [
      ok.timedout,
      size.chosen_options,
      more.params_input.count,
    ]);
  });
  const answers = { size: { chosenOptions: ["m"] }, more: { chosenOptions: ["OK"], paramsInput: { count: 4 } } };
  const { tasks, seconds } = await runDag(built, { at: AT, answers });
  expect(tasks["use"]?.value).toEqual([true, ["m"], 4]);
  expect(seconds).toBe(60);
});
