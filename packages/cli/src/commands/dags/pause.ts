/** `momiji dags pause`, `unpause` and `confirm-catchup`: switches of a DAG, thrown by the running server. */
import { connect } from "../../client.ts";
import type { Register } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";

interface Options {
  home?: string;
  output: string;
}

const SWITCHES = [
  {
    name: "pause",
    about: "pause a DAG: what runs goes on, nothing new starts",
    method: "PATCH",
    tail: "",
    body: { is_paused: true },
  },
  { name: "unpause", about: "switch a DAG on", method: "PATCH", tail: "", body: { is_paused: false } },
  {
    name: "confirm-catchup",
    about: "create the past runs that the catchup guard holds",
    method: "POST",
    tail: "/confirm-catchup",
    body: {},
  },
] as const;

export const registerSwitches: Register = (parent, context) => {
  for (const { name, about, method, tail, body } of SWITCHES) {
    const prefix = name === "confirm-catchup" ? "/api/momiji/v1/dags" : "/api/v2/dags";
    parent
      .command(name)
      .description(about)
      .argument("<dag_id>", "id of the DAG")
      .option("--home <dir>", "home folder")
      .option("-o, --output <format>", "table, json, yaml or plain", "table")
      .action(async (dagId: string, options: Options) => {
        const format = readFormat(options.output);
        const dag = (await connect(context.home(options)).send(
          method,
          `${prefix}/${encodeURIComponent(dagId)}${tail}`,
          body,
        )) as Row;
        context.print(await formatRows([dag], ["dag_id", "is_paused", "held_reason"], format));
      });
  }
};
