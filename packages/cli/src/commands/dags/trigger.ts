/** `momiji dags trigger DAG`: asks the running server for a run. */
import { formatInstant } from "@momiji/core";
import type { Register } from "../../context.ts";
import { connect } from "../../server/connect.ts";
import { readInstant } from "../../instant-option.ts";
import { readJsonObject } from "../../json-option.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const COLUMNS = ["dag_id", "dag_run_id", "state", "logical_date", "run_after"];

interface Options extends PlaceOptions {
  output: string;
  runId?: string;
  conf?: string;
  logicalDate?: string;
}

export const registerTrigger: Register = (parent, context) => {
  acting(parent.command("trigger"))
    .description("trigger a run of a DAG")
    .argument("<dag_id>", "id of the DAG")
    .option("-r, --run-id <id>", "run id; without it one is made from the date")
    .option("-c, --conf <json>", "conf of the run, a JSON object")
    .option("-l, --logical-date <instant>", "logical date, ISO 8601 with an offset, or a day; without it now")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: Options) => {
      const format = readFormat(options.output);
      const { logicalDate } = options;
      const at = logicalDate === undefined ? context.clock.now() : readInstant("--logical-date", logicalDate);
      const body = {
        ...(options.runId === undefined ? {} : { dag_run_id: options.runId }),
        logical_date: formatInstant(at),
        ...(options.conf === undefined ? {} : { conf: readJsonObject("--conf", options.conf) }),
      };
      const client = await connect(context, options);
      const params = { path: { dag_id: dagId } };
      const run = await client.post("/api/v2/dags/{dag_id}/dagRuns", { params, body });
      context.print(await formatRows([run], COLUMNS, format));
    });
};
