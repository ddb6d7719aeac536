/** `momiji tasks list DAG`: its tasks and their edges. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { findDag } from "../dags/find-dag.ts";

const COLUMNS = ["task_id", "operator", "trigger_rule", "upstream"];

export const registerTaskList: Register = (parent, context) => {
  parent
    .command("list")
    .description("list the tasks of a DAG")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const { spec } = await findDag(context, options.home, named);
      const rows = spec.tasks.map((task) => ({
        task_id: task.taskId,
        operator: task.operator,
        trigger_rule: task.triggerRule ?? "all_success",
        upstream: task.upstream.join(", "),
        retries: task.retry?.retries ?? 0,
        pool: task.pool ?? "default_pool",
      }));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};
