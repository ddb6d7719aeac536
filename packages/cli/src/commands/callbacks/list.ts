/** `momiji callbacks list`: who was told of what, and whether it worked. */
import { presentCallback } from "@momiji/api";
import type { CallbackState } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = [
  "id",
  "dag_id",
  "dag_run_id",
  "task_id",
  "event",
  "name",
  "state",
  "deliveries",
  "created_at",
  "message",
];
const STATES: readonly CallbackState[] = ["queued", "pending", "success", "failed"];

interface Options {
  dagId?: string;
  runId?: string;
  taskId?: string;
  state?: string;
  limit: string;
  home?: string;
  output: string;
}

export const registerCallbackList: Register = (parent, context) => {
  parent
    .command("list")
    .description("list callbacks, the newest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--run-id <id>", "only of this run")
    .option("--task-id <id>", "only of this task")
    .option("--state <state>", `only in this state: ${STATES.join(", ")}`)
    .option("--limit <n>", "at most so many", "100")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const { dagId, runId, taskId } = options;
      const filter = {
        scope: allDags,
        ...(dagId === undefined ? {} : { dagId }),
        ...(runId === undefined ? {} : { runId }),
        ...(taskId === undefined ? {} : { taskId }),
        ...(options.state === undefined ? {} : { states: [readState(options.state)] }),
        limit: Number(options.limit) || 100,
      };
      const records = await context.readStore(context.home(options), (store) => store.listCallbacks(filter));
      context.print(await formatRows(records.map(presentCallback), COLUMNS, format));
    });
};

function readState(text: string): CallbackState {
  const state = STATES.find((known) => known === text);
  if (state === undefined) throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${text}`);
  return state;
}
