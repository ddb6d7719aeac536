/** `momiji tasks list DAG`: its tasks and their edges. */
import type { CommandContext, Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { findDag } from "../dags/find-dag.ts";
import { remoteDag, remoteTasks, type ShownTask } from "../dags/remote-dag.ts";

const COLUMNS = ["task_id", "operator", "trigger_rule", "upstream"];

export const registerTaskList: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list the tasks of a DAG")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const remote = await remoteDag(context, options, named);
      const tasks = remote === null ? await tasksHere(context, options, named) : await remoteTasks(remote);
      const rows = tasks.map(({ taskId, operator, triggerRule, upstream, retries, pool }) => ({
        task_id: taskId,
        operator,
        trigger_rule: triggerRule,
        upstream: upstream.join(", "),
        retries,
        pool,
      }));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

async function tasksHere(context: CommandContext, { home }: PlaceOptions, named: string): Promise<ShownTask[]> {
  const { spec } = await findDag(context, home, named);
  return spec.tasks.map(({ taskId, operator, triggerRule = "all_success", upstream, retry, pool }) => ({
    taskId,
    operator,
    triggerRule,
    upstream,
    retries: retry?.retries ?? 0,
    pool: pool ?? "default_pool",
  }));
}
