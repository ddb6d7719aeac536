/** `momiji deadlines list`: the deadlines of runs, missed and ahead. */
import type { DeadlineState } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { readLimit } from "../../server/read-limit.ts";

const COLUMNS = ["dag_id", "dag_run_id", "name", "state", "deadline_time", "ended_at"];
const STATES: readonly DeadlineState[] = ["missed", "pending", "met", "none"];

interface Options extends PlaceOptions {
  dagId?: string;
  runId?: string;
  state?: string;
  limit: string;
  output: string;
}

export const registerDeadlineList: Register = (parent, context) => {
  acting(parent.command("list"))
    .description("list deadlines of runs, the latest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--run-id <id>", "only of this run")
    .option("--state <state>", `only in this state: ${STATES.join(", ")}; without it missed and pending`)
    .option("--limit <n>", "at most so many", "100")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const { dagId, runId } = options;
      const query = {
        limit: readLimit(options.limit),
        state: statesOf(options.state),
        ...(dagId === undefined ? {} : { dag_id: dagId }),
        ...(runId === undefined ? {} : { dag_run_id: runId }),
      };
      const { deadlines } = await withReads(context, options, (client) =>
        client.get("/api/momiji/v1/deadlines", { params: { query } }),
      );
      context.print(await formatRows(deadlines, COLUMNS, format));
    });
};

function statesOf(text: string | undefined): readonly DeadlineState[] {
  if (text === undefined) return ["missed", "pending"];
  const state = STATES.find((known) => known === text);
  if (state === undefined) throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${text}`);
  return [state];
}
