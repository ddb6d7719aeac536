/** `momiji tasks required-actions`: the tasks that wait for a person. */
import type { components, MomijiClient } from "@momiji/client";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { withReads } from "../../presets/api-in-process.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const COLUMNS = ["dag_id", "run_id", "task_id", "map_index", "subject", "options", "assigned_users", "since", "until"];
const DETAILS = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails";
/** What a server gives at once. */
const PAGE = 100;

interface Options extends PlaceOptions {
  readonly dagId?: string;
  readonly all?: boolean;
  readonly output: string;
}

type Detail = components["schemas"]["HITLDetail"];

export const registerRequiredActions: Register = (parent, context) => {
  acting(parent.command("required-actions"))
    .description("list the tasks that wait for a person")
    .option("--dag-id <id>", "only of this DAG")
    .option("--all", "those that were answered, too")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const format = readFormat(options.output);
      const details = await withReads(context, options, (client) => readAll(client, options));
      const rows = details.map(rowOf);
      const shown = options.all === true ? [...COLUMNS, "chosen_options", "responded_by"] : COLUMNS;
      context.print(await formatRows(rows, shown, format));
    });
};

async function readAll(client: MomijiClient, { dagId = "~", all = false }: Options): Promise<readonly Detail[]> {
  const details: Detail[] = [];
  for (;;) {
    const query = { limit: PAGE, offset: details.length, ...(all ? {} : { response_received: false }) };
    const params = { path: { dag_id: dagId, dag_run_id: "~" }, query };
    const page = await client.get(DETAILS, { params });
    details.push(...page.hitl_details);
    if (page.hitl_details.length === 0 || details.length >= page.total_entries) return details;
  }
}

function rowOf(detail: Detail) {
  const { task_instance: instance } = detail;
  return {
    dag_id: instance.dag_id,
    run_id: instance.dag_run_id,
    task_id: instance.task_id,
    map_index: instance.map_index,
    try_number: instance.try_number,
    subject: detail.subject,
    body: detail.body,
    options: detail.options.join(", "),
    defaults: detail.defaults,
    assigned_users: detail.assigned_users.map(({ name }) => name).join(", "),
    since: detail.created_at,
    until: detail.response_timeout_at,
    chosen_options: detail.chosen_options,
    responded_by: detail.responded_by_user?.name ?? null,
    responded_at: detail.responded_at,
  };
}
