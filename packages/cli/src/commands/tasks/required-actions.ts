/** `momiji tasks required-actions`: the tasks that wait for a person. */
import { presentInstant } from "@momiji/api";
import { allDags } from "@momiji/store";
import type { Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";

const COLUMNS = ["dag_id", "run_id", "task_id", "map_index", "subject", "options", "assigned_users", "since", "until"];
const MOST = 1000;

export const registerRequiredActions: Register = (parent, context) => {
  parent
    .command("required-actions")
    .description("list the tasks that wait for a person")
    .option("--dag-id <id>", "only of this DAG")
    .option("--all", "those that were answered, too")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: { dagId?: string; all?: boolean; home?: string; output: string }) => {
      const format = readFormat(options.output);
      const rows = await context.readStore(context.home(options), async (store) => {
        const { details } = await store.listInputs({
          scope: allDags,
          ...(options.dagId === undefined ? {} : { dagId: options.dagId }),
          ...(options.all === true ? {} : { isAnswered: false }),
          limit: MOST,
        });
        return Promise.all(
          details.map(async ({ answer, ...detail }) => {
            const [run] = await store.listRuns({ dagId: detail.dagId, runId: detail.runId, limit: 1 });
            const version = run && (await store.loadVersion(detail.dagId, run.dagVersion));
            const input = version?.spec.tasks.find(({ taskId }) => taskId === detail.taskId)?.input;
            return {
              dag_id: detail.dagId,
              run_id: detail.runId,
              task_id: detail.taskId,
              map_index: detail.mapIndex,
              try_number: detail.tryNumber,
              subject: detail.subject,
              body: detail.body,
              options: (input?.options ?? []).join(", "),
              defaults: input?.defaults ?? null,
              assigned_users: (input?.assignees ?? []).map(({ name }) => name).join(", "),
              since: presentInstant(detail.createdAt),
              until: presentInstant(detail.until),
              chosen_options: answer?.chosenOptions ?? null,
              responded_by: answer?.respondedBy?.name ?? null,
              responded_at: presentInstant(answer?.respondedAt ?? null),
            };
          }),
        );
      });
      const shown = options.all === true ? [...COLUMNS, "chosen_options", "responded_by"] : COLUMNS;
      context.print(await formatRows(rows, shown, format));
    });
};
