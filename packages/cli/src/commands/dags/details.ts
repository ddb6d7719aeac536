/** `momiji dags details DAG`: everything that is known of one DAG, as Airflow's. */
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

export const registerDagDetails: Register = (parent, context) => {
  acting(parent.command("details"))
    .description("show all that is known of a DAG")
    .argument("<dag_id>", "id of the DAG")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const params = { path: { dag_id: dagId } };
      const dag = await withReads(context, options, (client) =>
        client.get("/api/v2/dags/{dag_id}/details", { params }),
      );
      if (format === "json" || format === "yaml") return context.print(await formatRows([dag], [], format));
      const rows = Object.entries(dag).map(([property, value]) => ({ property, value }));
      context.print(await formatRows(rows, ["property", "value"], format));
    });
};
