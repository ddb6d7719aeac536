/** What the suite of all job operators is given to run tasks of ECS, at whatever address. */
import type { Json } from "@momiji/core";
import type { JobHarness, JobPlan } from "@momiji/worker/job-conformance";
import type { AwsFront } from "./aws-front.testing.ts";

export interface EcsHarness {
  readonly front: AwsFront;
  readonly accessKey: string;
  params(plan: JobPlan): { readonly [name: string]: Json };
  started(attemptId: string): Promise<number> | number;
  left(attemptId: string): Promise<readonly string[]> | readonly string[];
  forget(attemptId: string): Promise<void> | void;
  close(): void;
}

/** Workers find the address and the keys in their environment, as on a machine of AWS. */
export function harnessOf({ front, accessKey, ...ecs }: EcsHarness): JobHarness {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: front.url,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
  });
  return {
    module: "@momiji/amazon/jobs",
    operator: "ecsRunTask",
    params: ecs.params,
    started: ecs.started,
    left: ecs.left,
    troubles: {
      "it is away": () => front.break("cut", 1_500),
      "it is busy": () => front.break("busy", 1_500),
      "it throttles": () => front.break("throttle", 1_500),
      "it answers nonsense": () => front.break("nonsense", 1_500),
      "its answers are lost": () => front.break("lose", 1_500),
    },
    vanish: ecs.forget,
    close: () => {
      ecs.close();
      front.close();
    },
  };
}
