/**
 * The child process in which authors' code runs. Its standard output leads nowhere; what authors print to standard
 * error is dropped here, so that the pipe behind it carries only V8's own last words.
 */
import { evaluateBundle } from "./evaluate-bundle.ts";
import type { EvaluationJob, EvaluatorMessage } from "./evaluation.ts";

const exit = process.exit.bind(process);
const { rss } = process.memoryUsage;
const send = process.send?.bind(process);
if (send === undefined) throw new Error("This module is started by the loader of DAG files only");
const tell = (message: EvaluatorMessage): void => void send(message);
delete process.send;
process.stderr.write = () => true;

process.on("disconnect", () => exit());
const residentMiB = (): number => rss() / 2 ** 20;
process.on(
  "message",
  (job: EvaluationJob) =>
    void evaluateBundle(job).then((evaluation) => tell({ kind: "evaluated", evaluation, residentMiB: residentMiB() })),
);
tell({ kind: "ready" });
