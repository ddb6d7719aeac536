/** `momiji deadlines list`: the deadlines of runs, missed and ahead. */
import { presentDeadline } from "@momiji/api";
import type { DeadlineState } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["dag_id", "dag_run_id", "name", "state", "deadline_time", "ended_at"];
const STATES: readonly DeadlineState[] = ["missed", "pending", "met", "none"];

interface Options {
  dagId?: string;
  runId?: string;
  state?: string;
  limit: string;
  home?: string;
  output: string;
}

export const registerDeadlineList: Register = (parent, context) => {
  parent
    .command("list")
    .description("list deadlines of runs, the latest first")
    .option("--dag-id <id>", "only of this DAG")
    .option("--run-id <id>", "only of this run")
    .option("--state <state>", `only in this state: ${STATES.join(", ")}; without it missed and pending`)
    .option("--limit <n>", "at most so many", "100")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const { dagId, runId } = options;
      const filter = {
        scope: allDags,
        ...(dagId === undefined ? {} : { dagId }),
        ...(runId === undefined ? {} : { runId }),
        states: statesOf(options.state),
        limit: Number(options.limit) || 100,
      };
      const records = await context.readStore(context.home(options), (store) => store.listDeadlines(filter));
      context.print(await formatRows(records.map(presentDeadline), COLUMNS, format));
    });
};

function statesOf(text: string | undefined): readonly DeadlineState[] {
  if (text === undefined) return ["missed", "pending"];
  const state = STATES.find((known) => known === text);
  if (state === undefined) throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${text}`);
  return [state];
}
