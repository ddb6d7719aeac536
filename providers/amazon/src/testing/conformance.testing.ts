/** What the suite of all job operators is given to run tasks of ECS and jobs of Batch, at whatever address. */
import type { Json } from "@momiji/core";
import type { JobHarness, JobPlan } from "@momiji/worker/job-conformance";
import type { AwsFront } from "./aws-front.testing.ts";

const TROUBLE_MILLIS = 700;

export interface AwsHarness {
  readonly operator: "ecsRunTask" | "batchSubmitJob";
  readonly front: AwsFront;
  readonly accessKey: string;
  params(plan: JobPlan): { readonly [name: string]: Json };
  started(attemptId: string): Promise<number> | number;
  left(attemptId: string): Promise<readonly string[]> | readonly string[];
  forget(attemptId: string): Promise<void> | void;
  close(): void;
}

/** Workers find the address and the keys in their environment, as on a machine of AWS. */
export function harnessOf({ front, accessKey, operator, ...aws }: AwsHarness): JobHarness {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: front.url,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
  });
  return {
    module: "@momiji/amazon/jobs",
    operator,
    params: aws.params,
    started: aws.started,
    left: aws.left,
    troubles: {
      "it is away": () => front.break("cut", TROUBLE_MILLIS),
      "it is busy": () => front.break("busy", TROUBLE_MILLIS),
      "it throttles": () => front.break("throttle", TROUBLE_MILLIS),
      "it answers nonsense": () => front.break("nonsense", TROUBLE_MILLIS),
      "its answers are lost": () => front.break("lose", TROUBLE_MILLIS),
    },
    vanish: aws.forget,
    close: () => {
      aws.close();
      front.close();
    },
  };
}
