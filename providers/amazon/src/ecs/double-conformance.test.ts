/** The suite of all job operators, on the strict double of ECS. */
import type { Json } from "@momiji/core";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { AwsFront } from "../testing/aws-front.testing.ts";
import { harnessOf } from "../testing/conformance.testing.ts";
import { playing } from "../testing/double-bench.testing.ts";
import { DOUBLE_KEY } from "../testing/double-checks.testing.ts";
import { EcsDouble } from "../testing/ecs-double.testing.ts";

const newHarness = async (): Promise<JobHarness> => {
  const double = new EcsDouble();
  const front = await AwsFront.start(double.handle);
  const started = new Map<string, number>();
  return harnessOf({
    operator: "ecsRunTask",
    front,
    accessKey: DOUBLE_KEY,
    params: (plan) => playing(plan) as unknown as { readonly [name: string]: Json },
    started: (attemptId) => started.get(attemptId) ?? double.of(attemptId).length,
    left: (attemptId) => double.of(attemptId).flatMap(({ arn, isOver }) => (isOver ? [] : [arn])),
    forget: (attemptId) => {
      started.set(attemptId, double.of(attemptId).length);
      double.forget(attemptId);
    },
    close: () => double.close(),
  });
};

jobOperatorConformance("a task of the ECS double", newHarness, { randomDeaths: 1, timeoutMillis: 240_000 });
