/** The suite of all job operators, with real containers: of a nightly run, since it takes minutes (`npm run test:nightly-jobs`). */
import type { Json } from "@momiji/core";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { describe } from "vitest";
import { AwsFront } from "../testing/aws-front.testing.ts";
import { harnessOf } from "../testing/conformance.testing.ts";
import { emulatorsNote, hasEmulators, ministack } from "../testing/emulators.testing.ts";
import { MiniStackBench, shellOnHost } from "../testing/ministack-bench.testing.ts";
import { MiniStackRelay } from "../testing/ministack-relay.testing.ts";

const newHarness = async (): Promise<JobHarness> => {
  const bench = new MiniStackBench();
  await bench.build();
  const relay = new MiniStackRelay(ministack);
  const front = await AwsFront.start(relay.handle);
  return harnessOf({
    operator: "ecsRunTask",
    front,
    accessKey: bench.accessKey,
    params: ({ lines, pauseSeconds, exitCode }) => {
      const loop = `trap 'exit 143' TERM; i=0; while [ $i -lt ${lines} ]; do i=$((i+1)); echo "line $i"; sleep ${pauseSeconds}; done; exit ${exitCode}`;
      return shellOnHost(loop) as unknown as { readonly [name: string]: Json };
    },
    started: async (attemptId) => (await bench.started(attemptId)).length,
    left: (attemptId) => bench.tasksOf(attemptId, "RUNNING"),
    forget: async (attemptId) => {
      for (const arn of await bench.tasksOf(attemptId, "RUNNING")) {
        relay.forget(arn);
        await bench.stop(arn);
      }
    },
    close: () => void bench.close(),
  });
};

describe.runIf(hasEmulators)(`with containers of MiniStack${emulatorsNote}`, () => {
  jobOperatorConformance("a task of ECS", newHarness, { timeoutMillis: 240_000 });
});
