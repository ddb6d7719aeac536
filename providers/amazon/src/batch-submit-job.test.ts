import type { TaskSpec } from "@momiji/core";
import { dag } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { batchSubmitJob, type BatchSubmitJobOptions } from "./batch-submit-job.ts";

const what = { jobName: "nightly", jobDefinition: "app", jobQueue: "prod" };

function specOf(options: object): TaskSpec | undefined {
  const build = (): unknown => batchSubmitJob("t", options as BatchSubmitJobOptions);
  return dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0];
}

describe("batchSubmitJob in a DAG", () => {
  it("is a job outside that finds its code in this package, with times in seconds and options of tasks apart", () => {
    const containerOverrides = { command: ["echo", "{{ ds }}"] };
    const task = specOf({ ...what, containerOverrides, submitJobTimeout: { minutes: 5 }, retries: 2 });
    expect(task).toMatchObject({
      operator: "batchSubmitJob",
      lane: "job",
      provider: "@momiji/amazon",
      params: { ...what, containerOverrides, submitJobTimeoutSeconds: 300 },
    });
    expect(task?.params).not.toHaveProperty("retries");
    expect(task?.templateFields).toEqual(["jobName", "jobDefinition", "jobQueue", "containerOverrides"]);
  });

  it("can be mapped over what differs", () => {
    const build = (): unknown => batchSubmitJob.map("each", { parameters: [{ day: "1" }, { day: "2" }] }, what);
    expect(dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0]).toMatchObject({
      params: what,
      mapping: expect.anything(),
    });
  });

  it.each([
    [{ jobName: "a", jobQueue: "b" }, "jobDefinition"],
    [{ ...what, jobName: "every night" }, "jobName is letters, digits"],
    [{ ...what, submitJobTimeout: { seconds: 30 } }, "submitJobTimeout must be at least a minute"],
    [{ ...what, connection: { login: "AKIA" } }, "connection must be the id of a connection"],
    [{ ...what, jobQeue: "x" }, '"jobQeue"'],
  ])("turns down %o when the file is read", (options, words) => {
    expect(() => specOf(options)).toThrow(words);
  });
});
