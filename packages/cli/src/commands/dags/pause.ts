/** `momiji dags pause`, `unpause` and `confirm-catchup`: switches of a DAG, thrown by the running server. */
import { connect } from "../../server/connect.ts";
import type { MomijiClient } from "@momiji/client";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const DAG = "/api/v2/dags/{dag_id}";

interface Options extends PlaceOptions {
  output: string;
}

const SWITCHES = [
  {
    name: "pause",
    about: "pause a DAG: what runs goes on, nothing new starts",
    throw: (client: MomijiClient, params: Params) => client.patch(DAG, { params, body: { is_paused: true } }),
  },
  {
    name: "unpause",
    about: "switch a DAG on",
    throw: (client: MomijiClient, params: Params) => client.patch(DAG, { params, body: { is_paused: false } }),
  },
  {
    name: "confirm-catchup",
    about: "create the past runs that the catchup guard holds",
    throw: (client: MomijiClient, params: Params) =>
      client.post("/api/momiji/v1/dags/{dag_id}/confirm-catchup", { params, body: {} }),
  },
] as const;

interface Params {
  readonly path: { readonly dag_id: string };
}

export const registerSwitches: Register = (parent, context) => {
  for (const { name, about, throw: change } of SWITCHES) {
    acting(parent.command(name))
      .description(about)
      .argument("<dag_id>", "id of the DAG")
      .option("-o, --output <format>", "table, json, yaml or plain", "table")
      .action(async (dagId: string, options: Options) => {
        const format = readFormat(options.output);
        const client = await connect(context, options);
        const dag = await change(client, { path: { dag_id: dagId } });
        context.print(await formatRows([dag], ["dag_id", "is_paused", "held_reason"], format));
      });
  }
};
