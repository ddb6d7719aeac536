/** `momiji dags preflight DAG`: what is missing for its jobs outside to start, each with what to do. */
import type { TaskPreflight } from "@momiji/worker";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { findDags } from "./find-dag.ts";

interface Options {
  home?: string;
  output: string;
}

export const registerPreflight: Register = (parent, context) => {
  parent
    .command("preflight")
    .description("say what is missing for the jobs outside of a DAG to start; exit code 1 if something is")
    .argument("<file|dag_id>", "a DAG file, or the id of a DAG")
    .option("--home <dir>", "home folder: of its settings, and of a DAG named by its id")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: Options) => {
      const format = readFormat(options.output);
      const { preflightDag } = await import("../../presets/preflight.ts");
      const rows = [];
      for (const dag of await findDags(context, options.home, named)) {
        const tasks = await preflightDag(context, context.home(options), dag);
        rows.push(...tasks.flatMap((task) => rowsOf(dag.spec.dagId, task)));
      }
      const columns = ["task_id", "verdict", "check", "detail", "remedy"];
      if (rows.length === 0 && format === "table") context.print("No task of it has a job outside with checks.\n");
      else context.print(await formatRows(rows, columns, format));
      if (rows.some(({ verdict }) => verdict === "failed")) process.exitCode = 1;
    });
};

function rowsOf(dagId: string, { taskId, operator, checks }: TaskPreflight) {
  return checks.map(({ code, title, verdict, detail, remedy }) => ({
    dag_id: dagId,
    task_id: taskId,
    operator,
    code,
    verdict,
    check: title,
    detail: detail ?? null,
    remedy: remedy ?? null,
  }));
}
