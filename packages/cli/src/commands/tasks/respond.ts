/** `momiji tasks respond DAG RUN TASK`: answers a task that asks a person. */
import { connect } from "../../client.ts";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { readJsonObject } from "../../json-option.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";

const COLUMNS = ["responded_by", "responded_at", "chosen_options", "params_input"];

interface Options {
  option: string[];
  params?: string;
  mapIndex: string;
  as?: string;
  home?: string;
  output: string;
}

export const registerRespond: Register = (parent, context) => {
  parent
    .command("respond")
    .description("answer a task that waits for a person")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--option <option>", "what is chosen, e.g. Approve; again for several", collect, [])
    .option("--params <json>", "what is entered into the form, a JSON object")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("--as <user>", "who answers; without it the user of this machine")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const format = readFormat(options.output);
      const ids = [dagId, runId, taskId].map(encodeURIComponent);
      const path = `/api/v2/dags/${ids[0]}/dagRuns/${ids[1]}/taskInstances/${ids[2]}/${Number(options.mapIndex)}/hitlDetails`;
      const client = connect(context.home(options), options.as);
      const chosen = options.option.length > 0 ? options.option : await onlyOption(await client.get(path));
      const body = {
        chosen_options: chosen,
        ...(options.params === undefined ? {} : { params_input: readJsonObject("--params", options.params) }),
      };
      context.print(await formatRows([(await client.send("PATCH", path, body)) as Row], COLUMNS, format));
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
