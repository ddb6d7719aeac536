/** `momiji tasks test FILE|DAG TASK`: runs one task once in this process, whatever its upstreams. */
import type { DagSpec } from "@momiji/core";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { findDags } from "../dags/find-dag.ts";
import { readInstant } from "../../instant-option.ts";
import { readJsonObject } from "../../json-option.ts";
import { inputsLeftOut } from "../../presets/spec-of-task.ts";
import { printOutcome } from "../dags/test.ts";

interface Options {
  home?: string;
  conf?: string;
  mapIndex?: string;
}

export const registerTaskTest: Register = (parent, context) => {
  parent
    .command("test")
    .description("run one task once in this process, without its upstreams, its retries and a server")
    .argument("<file|dag_id>", "a DAG file, or the id of a DAG")
    .argument("<task_id>", "id of the task")
    .argument("[logical_date]", "logical date, ISO 8601; without it now")
    .option("--map-index <n>", "of a mapped task only this instance")
    .option("-c, --conf <json>", "conf of the run, a JSON object")
    .option("--home <dir>", "home folder, for a DAG named by its id")
    .action(async (...given: [named: string, taskId: string, logicalDate: string | undefined, options: Options]) => {
      const [named, taskId, logicalDate, options] = given;
      const { INTERRUPTED, runOnce } = await import("../../presets/run-once.ts");
      const at = logicalDate === undefined ? null : readInstant("logical_date", logicalDate);
      const conf = readJsonObject("--conf", options.conf ?? "{}");
      const dags = await findDags(context, options.home, named);
      const dag = dags.find(({ spec }) => spec.tasks.some((task) => task.taskId === taskId));
      if (dag === undefined)
        throw new CliError(
          "not_found",
          `${named} has no task ${taskId}`,
          `\`momiji tasks list ${named}\` shows its tasks`,
        );
      warnOfInputs(context, dag.spec, taskId);
      const result = await runOnce(context, dag, { logicalDate: at, conf, taskId, ...indexOf(options) });
      await printOutcome(context, result);
      if (result.isInterrupted) process.exitCode = INTERRUPTED;
      else if (result.run.state !== "success") process.exitCode = 1;
    });
};

function warnOfInputs(context: CommandContext, spec: DagSpec, taskId: string): void {
  const names = inputsLeftOut(spec, taskId);
  if (names.length === 0) return;
  const what = `${names.join(", ")} ${names.length === 1 ? "is" : "are"} undefined in ${taskId}`;
  context.warn(`${what}, since no upstream runs; \`momiji dags test\` runs the whole DAG\n`);
}

function indexOf({ mapIndex }: Options): { mapIndex?: number } {
  if (mapIndex === undefined) return {};
  if (/^\d+$/.test(mapIndex)) return { mapIndex: Number(mapIndex) };
  throw new CliError("usage", `--map-index must be a whole number from 0, not ${mapIndex}`);
}
