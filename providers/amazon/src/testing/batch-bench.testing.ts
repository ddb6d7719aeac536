/** A double of Batch with its address, and what jobs on it need. */
import type { Connection } from "@momiji/sdk";
import type { BatchSubmitJobParams } from "../batch/batch-params.ts";
import { AwsFront } from "./aws-front.testing.ts";
import { BatchDouble } from "./batch-double.testing.ts";
import { DOUBLE_KEY } from "./double-checks.testing.ts";
import type { Play } from "./double-task.testing.ts";
import { testJob, type TestJob, type TestJobOptions } from "@momiji/worker/job-context";

interface TestEnd {
  readonly onTestFinished: (body: () => void) => void;
}

export interface BatchBench {
  readonly double: BatchDouble;
  readonly front: AwsFront;
  readonly job: (options?: TestJobOptions) => TestJob;
  readonly connection: (login?: string) => Omit<Connection, "id">;
}

export async function batchBench({ onTestFinished }: TestEnd): Promise<BatchBench> {
  const double = new BatchDouble();
  const front = await AwsFront.start(double.handle);
  onTestFinished(() => {
    double.close();
    front.close();
  });
  const connection = (login = DOUBLE_KEY): Omit<Connection, "id"> => ({
    type: "aws",
    login,
    password: "secret",
    extra: { region_name: "us-east-1", endpoint_url: front.url },
  });
  const job = (options: TestJobOptions = {}): TestJob =>
    testJob({ connections: { aws_default: connection() }, ...options });
  return { double, front, job, connection };
}

/** @param plays one for each child of an array */
export function playingJob(
  plays: Partial<Play> | readonly Partial<Play>[],
  params: Partial<BatchSubmitJobParams> = {},
): BatchSubmitJobParams {
  const command = [plays].flat().map((play) => JSON.stringify({ lines: 2, pauseSeconds: 0.01, exitCode: 0, ...play }));
  return {
    jobName: "nightly",
    jobQueue: "prod",
    jobDefinition: "app",
    containerOverrides: { command: ["play", ...command] },
    awslogsSettleSeconds: 0.3,
    ...params,
  };
}
