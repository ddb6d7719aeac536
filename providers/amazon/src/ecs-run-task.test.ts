import type { TaskSpec } from "@momiji/core";
import { dag } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { ecsRunTask, type EcsRunTaskOptions } from "./ecs-run-task.ts";

const where = { cluster: "prod", taskDefinition: "hello" };

function specOf(options: object): TaskSpec | undefined {
  const build = (): unknown => ecsRunTask("t", options as EcsRunTaskOptions);
  return dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0];
}

describe("ecsRunTask in a DAG", () => {
  it("is a job outside that finds its code in this package, with times in seconds and options of tasks apart", () => {
    const overrides = { containerOverrides: [{ name: "app", command: ["echo", "{{ ds }}"] }] };
    const task = specOf({ ...where, overrides, capacityTimeout: { minutes: 5 }, retries: 2 });
    expect(task).toMatchObject({
      operator: "ecsRunTask",
      lane: "job",
      provider: "@momiji/amazon",
      params: { ...where, overrides, capacityTimeoutSeconds: 300 },
    });
    expect(task?.params).not.toHaveProperty("retries");
    expect(task?.templateFields).toEqual(["cluster", "taskDefinition", "overrides"]);
  });

  it("can be mapped over what differs", () => {
    const build = (): unknown => ecsRunTask.map("each", { group: ["a", "b"] }, where);
    expect(dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0]).toMatchObject({
      params: where,
      mapping: expect.anything(),
    });
  });

  it.each([
    [{ cluster: "prod" }, "taskDefinition"],
    [{ ...where, launchType: "LAMBDA" }, "launchType must be one of FARGATE, EC2, EXTERNAL"],
    [{ ...where, propagateTags: "ALL" }, "propagateTags must be one of"],
    [
      { ...where, launchType: "FARGATE", capacityProviderStrategy: [] },
      "launchType or capacityProviderStrategy, not both",
    ],
    [{ ...where, count: 0 }, "count must be a whole number from 1 to 100"],
    [{ ...where, connection: { login: "AKIA" } }, "connection must be the id of a connection"],
    [{ ...where, clustr: "x" }, '"clustr"'],
  ])("turns down %o when the file is read", (options, words) => {
    expect(() => specOf(options)).toThrow(words);
  });

  it("takes a template where a word of AWS stands", () => {
    expect(() => specOf({ ...where, launchType: "{{ params.type }}" })).not.toThrow();
  });
});
