/** `momiji dags next-execution DAG`: interval, logical date and moment of the next runs, in the DAG's zone and in UTC. */
import { createTimetable, formatInstant, type Micros, parseInstant, toTemporal, upcomingRuns } from "@momiji/core";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { findDag } from "./find-dag.ts";
import { type RemoteDag, remoteDag } from "./remote-dag.ts";

const COLUMNS = [
  "run_after_local",
  "run_after",
  "data_interval_start_local",
  "data_interval_end_local",
  "logical_date",
];

interface Options extends PlaceOptions {
  output: string;
  numExecutions: string;
}

interface Next {
  readonly dagId: string;
  readonly timezone: string;
  readonly isPaused: boolean;
  readonly runs: readonly Planned[];
}

interface Planned {
  readonly logicalDate: Micros;
  readonly runAfter: Micros;
  readonly dataInterval: { readonly start: Micros; readonly end: Micros };
}

export const registerNextExecution: Register = (parent, context) => {
  acting(parent.command("next-execution"))
    .description("show when a DAG runs next: data interval, logical date and the moment of the run")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .option("-n, --num-executions <n>", "how many runs", "1")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: Options) => {
      const format = readFormat(options.output);
      const count = Number(options.numExecutions);
      if (!Number.isInteger(count) || count < 1)
        throw new CliError("usage", "--num-executions must be a whole number from 1");
      const remote = await remoteDag(context, options, named);
      const next =
        remote === null ? await nextHere(context, { ...options, named, count }) : await nextOf(remote, count);
      if (next.runs.length === 0)
        context.warn(`${next.dagId} has no next run: its schedule asks for none, or for none any more\n`);
      else if (next.isPaused) context.warn(`${next.dagId} is paused: these runs are created once it is switched on\n`);
      context.print(await formatRows(rowsOf(next), COLUMNS, format));
    });
};

async function nextHere(
  context: CommandContext,
  { home, named, count }: { readonly home?: string; readonly named: string; readonly count: number },
): Promise<Next> {
  const dag = await findDag(context, home, named);
  const { spec, isPaused } = dag;
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  const timetable = createTimetable(spec.schedule, { startDate });
  const view = { ...dag, dagVersion: dag.version, timetable, isOff: false, unfinishedRuns: 0, catchupLimit: 0 };
  const runs = upcomingRuns(view, context.clock.now(), count);
  return { dagId: spec.dagId, timezone: spec.timezone, isPaused, runs };
}

async function nextOf({ client, dagId }: RemoteDag, count: number): Promise<Next> {
  const { is_paused: isPaused } = await client.get("/api/v2/dags/{dag_id}", { params: { path: { dag_id: dagId } } });
  const { zone, rows } = await client.post("/api/momiji/v1/schedule/preview", { body: { dagId, count } });
  const runs = rows.map(({ logicalDate, runAfter, interval: [start, end] }) => ({
    logicalDate: parseInstant(logicalDate),
    runAfter: parseInstant(runAfter),
    dataInterval: { start: parseInstant(start), end: parseInstant(end) },
  }));
  return { dagId, timezone: zone, isPaused, runs };
}

function rowsOf({ dagId, timezone, runs }: Next) {
  const local = (at: Micros): string =>
    toTemporal(at).toZonedDateTimeISO(timezone).toString({ smallestUnit: "second" });
  return runs.map((run) => ({
    dag_id: dagId,
    timezone,
    logical_date: formatInstant(run.logicalDate),
    logical_date_local: local(run.logicalDate),
    data_interval_start: formatInstant(run.dataInterval.start),
    data_interval_start_local: local(run.dataInterval.start),
    data_interval_end: formatInstant(run.dataInterval.end),
    data_interval_end_local: local(run.dataInterval.end),
    run_after: formatInstant(run.runAfter),
    run_after_local: local(run.runAfter),
  }));
}
