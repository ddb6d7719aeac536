/** `momiji tasks respond DAG RUN TASK`: answers a task that asks a person. */
import { connect } from "../../server/connect.ts";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { readJsonObject } from "../../json-option.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const COLUMNS = ["responded_by", "responded_at", "chosen_options", "params_input"];

const HITL = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails";

interface Options extends PlaceOptions {
  option: string[];
  params?: string;
  mapIndex: string;
  as?: string;
  output: string;
}

export const registerRespond: Register = (parent, context) => {
  acting(parent.command("respond"))
    .description("answer a task that waits for a person")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--option <option>", "what is chosen, e.g. Approve; again for several", collect, [])
    .option("--params <json>", "what is entered into the form, a JSON object")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("--as <user>", "who answers; without it the user of this machine")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const format = readFormat(options.output);
      const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: Number(options.mapIndex) };
      const client = await connect(context, options);
      const detail = { params: { path } };
      const chosen = options.option.length > 0 ? options.option : await onlyOption(await client.get(HITL, detail));
      const body = {
        chosen_options: chosen,
        ...(options.params === undefined ? {} : { params_input: readJsonObject("--params", options.params) }),
      };
      context.print(await formatRows([await client.patch(HITL, { ...detail, body })], COLUMNS, format));
    });
};

function collect(option: string, before: string[]): string[] {
  return [...before, option];
}

/** A form has one way of being sent, mostly: it need not be named. */
async function onlyOption(detail: unknown): Promise<string[]> {
  const { options } = detail as { options: string[] };
  if (options.length === 1) return options;
  throw new CliError("usage", `--option must be one of ${options.join(", ")}`);
}
