/**
 * A job that knows nothing of its orchestrator, here one for Node.js: what it prints last is the output of the task. Values
 * reach it as environment variables, which no shell can mistake for code.
 */
import { dag } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "nodejs_job", tags: ["example"] }, ({ task }) => {
  const job = bash("run_with_nodejs", {
    command: 'node jobs/job.js "$RUN_ID"',
    env: { RUN_ID: "{{ run_id }}" },
    appendEnv: true,
    cwd: import.meta.dirname,
  });
  task("report", { job }, ({ job }, { log }) => {
    const { rows } = JSON.parse(job) as { rows: number };
    log.info(`the job worked on ${rows} rows`);
    return rows;
  });
});
