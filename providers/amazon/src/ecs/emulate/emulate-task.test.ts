import { describe, expect, it } from "vitest";
import { doubleBench, playing } from "../../testing/double-bench.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import type { EcsRunTaskParams } from "../ecs-params.ts";
import { emulateTask } from "./emulate-task.ts";

const where = { cluster: "prod", taskDefinition: "hello", emulate: "docker" } as const;

describe("a task of ECS as a container of this machine", () => {
  it("has the command, environment and limits of the overrides, without AWS", async () => {
    const params: EcsRunTaskParams = {
      ...where,
      emulateImage: "hello:1",
      overrides: {
        cpu: ".5 vCPU",
        memory: "1 GB",
        containerOverrides: [{ name: "app", command: ["echo", "hi"], environment: [{ name: "A", value: "b" }] }],
      },
      skipOnExitCode: 99,
    };
    expect(await emulateTask(testJob().ctx, params)).toEqual({
      insteadOf: "a task of Amazon ECS",
      run: {
        image: "hello:1",
        command: ["echo", "hi"],
        env: { A: "b" },
        cpus: 0.5,
        memory: 2 ** 30,
        autoRemove: "always",
        returnValue: "lastLine",
        skipOnExitCode: 99,
      },
      leftOut: [],
    });
  });

  it("is the container's own memory before the task's", async () => {
    const overrides = {
      cpu: "256",
      memory: "512",
      containerOverrides: [{ name: "app", memory: 100, memoryReservation: 50 }],
    };
    const { run } = await emulateTask(testJob().ctx, { ...where, emulateImage: "a", overrides });
    expect(run).toMatchObject({ cpus: 0.25, memory: 100 * 2 ** 20, memoryReservation: 50 * 2 ** 20 });
  });

  it("takes its image from the task definition, and says what it leaves out", async (test) => {
    const { job } = await doubleBench(test);
    const { run, leftOut } = await emulateTask(job().ctx, playing({}, { emulate: "docker", count: 3 }));
    expect(run).toMatchObject({ image: "app:1", command: ["play", expect.any(String)] });
    expect(leftOut).toEqual(["its subnets and security groups", "2 more of 3 tasks"]);
  });

  it.each([
    [{ taskDefinition: "none" }, "task_definition_missing"],
    [{ containerName: "web" }, "container_missing"],
  ])("fails in words with %o", async (params, code) => {
    const ends: (() => void)[] = [];
    const { job } = await doubleBench({ onTestFinished: (end) => ends.push(end) });
    await expect(emulateTask(job().ctx, playing({}, params))).rejects.toMatchObject({ facts: { code } });
    for (const end of ends) end();
  });
});
