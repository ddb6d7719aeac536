/** `momiji dags list-runs DAG`: its runs, newest first. */
import type { RunState } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readLimit } from "../../server/read-limit.ts";
import { readList } from "../../server/read-list.ts";

const COLUMNS = ["dag_id", "run_id", "state", "run_after", "logical_date", "start_date", "end_date"];
const STATES: readonly RunState[] = ["queued", "running", "success", "failed"];

interface Options extends PlaceOptions {
  output: string;
  state?: string;
  limit: string;
}

export const registerListRuns: Register = (parent, context) => {
  acting(parent.command("list-runs"))
    .description("list the runs of a DAG, newest first")
    .argument("<dag_id>", "id of the DAG")
    .option("--state <state>", `only runs in this state: ${STATES.join(", ")}`)
    .option("--limit <n>", "how many at the most", "100")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const format = readFormat(options.output);
      const state = options.state === undefined ? {} : { state: [readState(options.state)] };
      const asked = {
        params: { path: { dag_id: dagId }, query: { order_by: ["-run_after"], ...state } },
        most: readLimit(options.limit),
      };
      const runs = await withReads(context, options, (client) =>
        readList(client, "/api/v2/dags/{dag_id}/dagRuns", asked),
      );
      const rows = runs.map((run) => ({ ...run, run_id: run.dag_run_id }));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

function readState(text: string): RunState {
  const state = STATES.find((known) => known === text);
  if (state === undefined)
    throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${JSON.stringify(text)}`);
  return state;
}
