/** `momiji callbacks list`: who was told of what, and whether it worked. */
import type { CallbackState } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readLimit } from "../../server/read-limit.ts";

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

interface Options extends PlaceOptions {
  dagId?: string;
  runId?: string;
  taskId?: string;
  state?: string;
  limit: string;
  output: string;
}

export const registerCallbackList: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list callbacks, the newest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--run-id <id>", "only of this run")
    .option("--task-id <id>", "only of this task")
    .option("--state <state>", `only in this state: ${STATES.join(", ")}`)
    .option("--limit <n>", "at most so many", "100")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const { dagId, runId, taskId, state } = options;
      const query = {
        limit: readLimit(options.limit),
        ...(dagId === undefined ? {} : { dag_id: dagId }),
        ...(runId === undefined ? {} : { dag_run_id: runId }),
        ...(taskId === undefined ? {} : { task_id: taskId }),
        ...(state === undefined ? {} : { state: [readState(state)] }),
      };
      const { callbacks } = await withReads(context, options, (client) =>
        client.get("/api/momiji/v1/callbacks", { params: { query } }),
      );
      context.print(await formatRows(callbacks, COLUMNS, format));
    });
};

function readState(text: string): CallbackState {
  const state = STATES.find((known) => known === text);
  if (state === undefined) throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${text}`);
  return state;
}
