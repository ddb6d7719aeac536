import type { TaskSpec } from "@momiji/core";
import { dag } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { dockerRun } from "./docker-run.ts";

const specOf = (build: () => unknown): TaskSpec | undefined =>
  dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0];

describe("dockerRun in a DAG", () => {
  it("becomes a task of lane job that names its package", () => {
    const spec = specOf(() =>
      dockerRun("pack", {
        image: "busybox:1",
        command: "echo {{ ds }}",
        stopGrace: { minutes: 1 },
        healthcheck: { command: "true", interval: { seconds: 5 } },
        retries: 2,
      }),
    );
    expect(spec).toMatchObject({
      taskId: "pack",
      operator: "dockerRun",
      lane: "job",
      provider: "@momiji/docker",
      params: {
        image: "busybox:1",
        command: "echo {{ ds }}",
        stopGraceSeconds: 60,
        healthcheck: { command: "true", intervalSeconds: 5 },
      },
      templateFields: ["image", "command"],
    });
  });

  it("can be mapped over what differs", () => {
    const spec = specOf(() => dockerRun.map("each", { command: ["echo a", "echo b"] }, { image: "busybox:1" }));
    expect(spec).toMatchObject({ params: { image: "busybox:1" }, mapping: expect.anything() });
  });

  it("reads no output when none is kept", () => {
    expect(specOf(() => dockerRun("t", { image: "x", doXcomPush: false }))).toMatchObject({
      params: { returnValue: "none" },
    });
  });

  it.each<[object, string]>([
    [{ pull: "sometimes" }, "pull must be one of always, missing, never"],
    [{ autoRemove: true }, "autoRemove must be one of never, success, always"],
    [{ memory: "lots" }, 'memory: "lots" is no size'],
    [{ registryConnection: { login: "me", password: "x" } }, "must be the id of a connection"],
    [{ network: "host", ports: { "80": 8080 } }, 'ports cannot be published with network "host"'],
    [{ imag: "x" }, '"imag"'],
  ])("turns down %o when the file is read", (options, words) => {
    expect(() => specOf(() => dockerRun("t", { image: "x", ...options }))).toThrow(words);
  });

  it("needs an image", () => {
    expect(() => specOf(() => dockerRun("t", {} as never))).toThrow("dockerRun needs image");
  });
});
