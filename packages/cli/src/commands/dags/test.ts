/** `momiji dags test FILE|ID`: runs a DAG once in this process and prints what became of each task. */
import { instanceName, type TaskInstance } from "@momiji/core";
import type { CommandContext, Register } from "../../context.ts";
import { readInstant } from "../../instant-option.ts";
import { readJsonObject } from "../../json-option.ts";
import { formatRows } from "../../output.ts";
import type { OnceResult } from "../../presets/run-once.ts";
import { findDags } from "./find-dag.ts";

interface Options {
  home?: string;
  conf?: string;
}

export const registerTest: Register = (parent, context) => {
  parent
    .command("test")
    .description("run a DAG once in this process, without a server; exit code 1 if it fails")
    .argument("<file|dag_id>", "a DAG file, or the id of a DAG")
    .argument("[logical_date]", "logical date, ISO 8601; without it now")
    .option("-c, --conf <json>", "conf of the run, a JSON object")
    .option("--home <dir>", "home folder, for a DAG named by its id")
    .action(async (named: string, logicalDate: string | undefined, options: Options) => {
      const { INTERRUPTED, runOnce } = await import("../../presets/run-once.ts");
      const at = logicalDate === undefined ? null : readInstant("logical_date", logicalDate);
      const conf = readJsonObject("--conf", options.conf ?? "{}");
      let failed = 0;
      for (const dag of await findDags(context, options.home, named)) {
        const result = await runOnce(context, dag, { logicalDate: at, conf });
        await printOutcome(context, result);
        if (result.isInterrupted) return void (process.exitCode = INTERRUPTED);
        if (result.run.state !== "success") failed++;
      }
      if (failed > 0) process.exitCode = 1;
    });
};

export async function printOutcome(
  context: CommandContext,
  { run, instances, isInterrupted }: OnceResult,
): Promise<void> {
  const rows = instances.map((instance) => rowOf(instance));
  context.print(`\n${await formatRows(rows, ["task_id", "state", "tries", "seconds", "message"], "table")}`);
  const reason = isInterrupted ? "interrupted" : run.reason;
  context.print(`\n${run.dagId} ${run.runId}: ${run.state}${reason === null ? "" : ` (${reason})`}\n`);
}

function rowOf(instance: TaskInstance) {
  const { renderedMapIndex: label, state, tryNumber, startDate, endDate, outcome } = instance;
  return {
    task_id: label === null ? instanceName(instance) : `${instanceName(instance)} ${label}`,
    state,
    tries: tryNumber,
    seconds: startDate === null || endDate === null ? null : ((endDate - startDate) / 1e6).toFixed(3),
    message: outcome !== null && "message" in outcome ? outcome.message : null,
  };
}
