/** A double with its address, and what jobs on it need. */
import type { Connection } from "@momiji/sdk";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { AwsFront } from "./aws-front.testing.ts";
import type { Play } from "./double-task.testing.ts";
import { DOUBLE_KEY } from "./double-checks.testing.ts";
import { EcsDouble } from "./ecs-double.testing.ts";
import { testJob, type TestJob, type TestJobOptions } from "@momiji/worker/job-context";

interface TestEnd {
  readonly onTestFinished: (body: () => void) => void;
}

export interface DoubleBench {
  readonly double: EcsDouble;
  readonly front: AwsFront;
  readonly job: (options?: TestJobOptions) => TestJob;
  readonly connection: (login?: string) => Omit<Connection, "id">;
}

/** @param onTestFinished of the test, so that many can run at once */
export async function doubleBench({ onTestFinished }: TestEnd): Promise<DoubleBench> {
  const double = new EcsDouble();
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

export function playing(play: Partial<Play>, params: Partial<EcsRunTaskParams> = {}): EcsRunTaskParams {
  const whole: Play = { lines: 2, pauseSeconds: 0.01, exitCode: 0, ...play };
  return {
    cluster: "prod",
    taskDefinition: "app",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } },
    overrides: { containerOverrides: [{ name: "app", command: ["play", JSON.stringify(whole)] }] },
    awslogsSettleSeconds: 0.3,
    ...params,
  };
}
