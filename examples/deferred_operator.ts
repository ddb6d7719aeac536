/** An operator of one's own that waits without a process: it starts a job, lets go of its process, and goes on when the job has ended. */
import { dag, defer, defineOperator, defineResume, defineTrigger, timer, waitFor } from "momiji";

/** What waits in the operator's place, in a process with all other triggers. A real one would ask a service. */
const jobEnded = defineTrigger({
  name: "jobEnded",
  async *run(ctx, { job, seconds }: { job: string; seconds: number }) {
    ctx.log.info(`waiting for ${job}`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    yield { job, rows: 3 };
  },
});

/** Goes on with what the trigger gave and what the operator had left, perhaps in another process after a restart. */
const collect = defineResume("collect", (ctx, event: { job: string; rows: number }, state: { begunAs: string }) => {
  ctx.log.info(`${event.job} gave ${event.rows} rows; it was begun by ${state.begunAs}, attempt ${ctx.tryNumber}`);
  return event.rows;
});

const runJob = defineOperator({
  name: "runJob",
  run(ctx, { seconds }: { seconds: number }) {
    const job = `job of ${ctx.runId}`;
    const trigger = jobEnded({ job, seconds });
    return defer({ trigger, timeout: { minutes: 5 }, resume: collect, state: { begunAs: ctx.taskId } });
  },
});

export default dag({ id: "deferred_operator", schedule: null, tags: ["example"] }, ({ task }) => {
  const rows = runJob("run_job", { seconds: 1 });
  const pause = waitFor("pause", { trigger: timer({ for: { seconds: 1 } }) });
  const report = task("report", { rows }, ({ rows }, ctx) => ctx.log.info(`${rows} rows`));
  report.after(pause);
});
