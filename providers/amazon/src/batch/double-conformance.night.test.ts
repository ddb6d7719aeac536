/** The suite of all job operators, on the strict double of Batch. */
import type { Json } from "@momiji/core";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { AwsFront } from "../testing/aws-front.testing.ts";
import { playingJob } from "../testing/batch-bench.testing.ts";
import { BatchDouble } from "../testing/batch-double.testing.ts";
import { harnessOf } from "../testing/conformance.testing.ts";
import { DOUBLE_KEY } from "../testing/double-checks.testing.ts";
import { TAKEN_BACK } from "./launch/submitting.ts";

const newHarness = async (): Promise<JobHarness> => {
  const double = new BatchDouble();
  const front = await AwsFront.start(double.handle);
  const forgotten = new Map<string, number>();
  // Batch takes seconds from a submission to a start, the double a moment: what was taken back counts as not started.
  const started = (attemptId: string): number =>
    double.of(attemptId).filter(({ statusReason }) => !statusReason.endsWith(TAKEN_BACK)).length;
  return harnessOf({
    operator: "batchSubmitJob",
    front,
    accessKey: DOUBLE_KEY,
    params: (plan) => playingJob(plan) as unknown as { readonly [name: string]: Json },
    started: (attemptId) => forgotten.get(attemptId) ?? started(attemptId),
    left: (attemptId) => double.of(attemptId).flatMap(({ facts, isOver }) => (isOver ? [] : [facts.jobId])),
    forget: (attemptId) => {
      forgotten.set(attemptId, started(attemptId));
      double.forget(attemptId);
    },
    close: () => double.close(),
  });
};

jobOperatorConformance("a job of the Batch double", newHarness, { randomDeaths: 1, timeoutMillis: 240_000 });
