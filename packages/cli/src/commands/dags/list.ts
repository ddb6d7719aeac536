/** `momiji dags list`: the DAGs of a home. */
import { presentDag } from "@momiji/api";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["dag_id", "fileloc", "owners", "is_paused", "timetable_summary", "held_reason", "paused_reason"];

export const registerList: Register = (parent, context) => {
  parent
    .command("list")
    .description("list all the DAGs")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: { home?: string; output: string }) => {
      const format = readFormat(options.output);
      const dags = await context.readStore(context.home(options), (store) => store.listDags());
      context.print(
        await formatRows(
          dags.map((dag) => presentDag(dag, context.clock.now())),
          COLUMNS,
          format,
        ),
      );
    });
};
