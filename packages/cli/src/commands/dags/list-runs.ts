/** `momiji dags list-runs DAG`: its runs, newest first. */
import { presentInstant } from "@momiji/api";
import type { RunState } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["dag_id", "run_id", "state", "run_after", "logical_date", "start_date", "end_date"];
const STATES: readonly RunState[] = ["queued", "running", "success", "failed"];

interface Options {
  home?: string;
  output: string;
  state?: string;
  limit: string;
}

export const registerListRuns: Register = (parent, context) => {
  parent
    .command("list-runs")
    .description("list the runs of a DAG, newest first")
    .argument("<dag_id>", "id of the DAG")
    .option("--state <state>", `only runs in this state: ${STATES.join(", ")}`)
    .option("--limit <n>", "how many at the most", "100")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const format = readFormat(options.output);
      const states = options.state === undefined ? undefined : [readState(options.state)];
      const runs = await context.readStore(context.home(options), async (store) => {
        const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
        if (dag === undefined) throw new CliError("not_found", `there is no DAG ${JSON.stringify(dagId)}`);
        return store.listRuns({ dagId, limit: readLimit(options.limit), ...(states === undefined ? {} : { states }) });
      });
      const rows = runs.map((run) => ({
        dag_id: run.dagId,
        run_id: run.runId,
        state: run.state,
        run_type: run.runType,
        logical_date: presentInstant(run.logicalDate),
        data_interval_start: presentInstant(run.dataIntervalStart),
        data_interval_end: presentInstant(run.dataIntervalEnd),
        run_after: presentInstant(run.runAfter),
        start_date: presentInstant(run.startDate),
        end_date: presentInstant(run.endDate),
        conf: run.conf,
        reason: run.reason,
      }));
      context.print(await formatRows(rows, COLUMNS, format));
    });
};

function readState(text: string): RunState {
  const state = STATES.find((known) => known === text);
  if (state === undefined)
    throw new CliError("usage", `--state must be one of ${STATES.join(", ")}, not ${JSON.stringify(text)}`);
  return state;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new CliError("usage", `--limit must be a whole number from 1, not ${JSON.stringify(text)}`);
  return limit;
}
