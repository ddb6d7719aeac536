/** Many pods at once on the real node: 25, or `MOMIJI_MANY_PODS`. A hundred through the whole product: hundred-pods.night.test.ts. */
import { beforeAll, describe, expect, it } from "vitest";
import { kubernetesPodJob as operator } from "../pod/pod-job.ts";
import { testJob } from "@momiji/worker/job-context";
import { RealPods } from "../testing/real-pods.testing.ts";
import { aloneNote, testClusterAlone } from "../testing/test-cluster.testing.ts";

const there = testClusterAlone();
const count = Number(process.env["MOMIJI_MANY_PODS"] ?? 25);

describe.runIf(there !== null)(`${count} pods at once${aloneNote}`, { timeout: 600_000 }, () => {
  let real: RealPods;

  beforeAll(async () => {
    real = await RealPods.open(there, "many");
  }, 60_000);

  it("end as they should, with all of their lines, and leave nothing", async () => {
    const ends = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const isBad = index % 5 === 0;
        const command = `i=0; while [ $i -lt 50 ]; do i=$((i+1)); echo ${index} $i; sleep 0.1; done; exit ${isBad ? 3 : 0}`;
        const given = real.params(command, { startupTimeoutSeconds: 500 });
        const job = testJob({ taskId: `t${index}` });
        const handle = await operator.launch(job.ctx, given);
        const { outcome } = await operator.follow(job.ctx, { params: given, handle });
        await operator.release?.(job.ctx, { params: given, handle, outcome: isBad ? "failed" : "success" });
        return { kind: outcome.kind, lines: job.lines.map(({ message }) => message) };
      }),
    );
    for (const [index, { kind, lines }] of ends.entries()) {
      expect(kind).toBe(index % 5 === 0 ? "failed" : "success");
      expect(lines).toEqual(Array.from({ length: 50 }, (_, line) => `${index} ${line + 1}`));
    }
    expect(await real.pods()).toEqual([]);
  });
});
