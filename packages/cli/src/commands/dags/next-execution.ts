/** `momiji dags next-execution DAG`: interval, logical date and moment of the next runs, in the DAG's zone and in UTC. */
import { createTimetable, formatInstant, type Micros, parseInstant, toTemporal, upcomingRuns } from "@momiji/core";
import type { Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { formatRows, readFormat } from "../../output.ts";
import { findDag } from "./find-dag.ts";

const COLUMNS = [
  "run_after_local",
  "run_after",
  "data_interval_start_local",
  "data_interval_end_local",
  "logical_date",
];

interface Options {
  home?: string;
  output: string;
  numExecutions: string;
}

export const registerNextExecution: Register = (parent, context) => {
  parent
    .command("next-execution")
    .description("show when a DAG runs next: data interval, logical date and the moment of the run")
    .argument("<dag_id|file>", "id of a DAG, or a DAG file")
    .option("-n, --num-executions <n>", "how many runs", "1")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: Options) => {
      const format = readFormat(options.output);
      const count = Number(options.numExecutions);
      if (!Number.isInteger(count) || count < 1)
        throw new CliError("usage", "--num-executions must be a whole number from 1");
      const dag = await findDag(context, options.home, named);
      const { spec } = dag;
      const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
      const timetable = createTimetable(spec.schedule, { startDate });
      const view = { ...dag, dagVersion: dag.version, timetable, isOff: false, unfinishedRuns: 0, catchupLimit: 0 };
      const runs = upcomingRuns(view, context.clock.now(), count);
      const local = (at: Micros): string =>
        toTemporal(at).toZonedDateTimeISO(spec.timezone).toString({ smallestUnit: "second" });
      const rows = runs.map((run) => ({
        dag_id: spec.dagId,
        timezone: spec.timezone,
        logical_date: formatInstant(run.logicalDate),
        logical_date_local: local(run.logicalDate),
        data_interval_start: formatInstant(run.dataInterval.start),
        data_interval_start_local: local(run.dataInterval.start),
        data_interval_end: formatInstant(run.dataInterval.end),
        data_interval_end_local: local(run.dataInterval.end),
        run_after: formatInstant(run.runAfter),
        run_after_local: local(run.runAfter),
      }));
      if (dag.isPaused) context.warn(`${spec.dagId} is paused: these runs are created once it is switched on\n`);
      context.print(await formatRows(rows, COLUMNS, format));
    });
};
