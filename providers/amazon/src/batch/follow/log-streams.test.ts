import type { JobDetail } from "@aws-sdk/client-batch";
import { describe, expect, it } from "vitest";
import { shownChild } from "./job-facts.ts";
import { triesOf } from "./log-streams.ts";

function running(job: Partial<JobDetail>): JobDetail {
  const ids = { jobId: "j", jobName: "n", jobQueue: "q", jobDefinition: "d", startedAt: 1 };
  return { ...ids, status: "RUNNING", ...job };
}

describe("the log streams of a job", () => {
  it("are none before it runs, and one a try after", () => {
    expect(triesOf(running({ status: "RUNNABLE", container: {} }))).toEqual([]);
    const attempts = [{ container: { logStreamName: "a" }, stoppedAt: 1 }];
    const tries = triesOf(running({ attempts, container: { logStreamName: "b" } }));
    expect(tries.map(({ isOver, streams }) => [isOver, streams.map(({ stream }) => stream)])).toEqual([
      [true, ["a"]],
      [false, ["b"]],
    ]);
  });

  it("are not told twice between two tries and after the last", () => {
    const attempts = [{ container: { logStreamName: "a" }, stoppedAt: 1 }];
    const job = { attempts, container: { logStreamName: "a" } };
    expect(triesOf(running({ ...job, status: "RUNNABLE" }))).toHaveLength(1);
    expect(triesOf(running({ ...job, status: "FAILED" }))).toHaveLength(1);
  });

  it("stand in the group that the definition names, or in that of Batch", () => {
    const options = { "awslogs-group": "g", "awslogs-region": "eu-west-1" };
    const named = { logStreamName: "a", logConfiguration: { logDriver: "awslogs" as const, options } };
    expect(triesOf(running({ container: named }))[0]?.streams).toEqual([
      { group: "g", region: "eu-west-1", stream: "a", container: null },
    ]);
    expect(triesOf(running({ container: { logStreamName: "a" } }))[0]?.streams[0]?.group).toBe("/aws/batch/job");
  });

  it("are those of each container, but of none that logs elsewhere", () => {
    const containers = [
      { name: "app", image: "i", logStreamName: "a" },
      { name: "web", image: "i", logStreamName: "b", logConfiguration: { logDriver: "splunk" as const } },
    ];
    const [one] = triesOf(running({ ecsProperties: { taskProperties: [{ containers }] } }));
    expect(one?.streams.map(({ stream, container }) => [stream, container])).toEqual([["a", "app"]]);
  });
});

describe("the job whose log is shown", () => {
  it("is the first of an array, the main node of several, and else the job itself", () => {
    expect(shownChild(running({ arrayProperties: { size: 3 } }))).toBe("j:0");
    const nodes = { numNodes: 3, mainNode: 2, nodeRangeProperties: [] };
    expect(shownChild(running({ nodeProperties: nodes }))).toBe("j#2");
    expect(shownChild(running({}))).toBeNull();
    expect(shownChild(running({ jobId: "j:1", arrayProperties: { index: 1 } }))).toBeNull();
  });
});
