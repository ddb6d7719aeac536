/** `momiji dags preflight DAG`: what is missing for its jobs outside to start, each with what to do. */
import type { TaskPreflight } from "@momiji/worker";
import type { CommandContext, Register } from "../../context.ts";
import { formatRows, readFormat } from "../../output.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { findDags } from "./find-dag.ts";
import { type RemoteDag, remoteDag } from "./remote-dag.ts";

interface Options extends PlaceOptions {
  output: string;
}

export const registerPreflight: Register = (parent, context) => {
  acting(parent.command("preflight"))
    .description("say what is missing for the jobs outside of a DAG to start; exit code 1 if something is")
    .argument("<file|dag_id>", "a DAG file, or the id of a DAG")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (named: string, options: Options) => {
      const format = readFormat(options.output);
      const remote = await remoteDag(context, options, named);
      const rows = remote === null ? await checksHere(context, options, named) : await checksThere(remote);
      const columns = ["task_id", "verdict", "check", "detail", "remedy"];
      if (rows.length === 0 && format === "table") context.print("No task of it has a job outside with checks.\n");
      else context.print(await formatRows(rows, columns, format));
      if (rows.some(({ verdict }) => verdict === "failed")) process.exitCode = 1;
    });
};

/** The settings are those of the home. */
async function checksHere(context: CommandContext, options: PlaceOptions, named: string) {
  const { preflightDag } = await import("../../presets/preflight.ts");
  const rows = [];
  for (const dag of await findDags(context, options.home, named)) {
    const tasks = await preflightDag(context, context.home(options), dag);
    rows.push(...tasks.flatMap((task) => rowsOf(dag.spec.dagId, task)));
  }
  return rows;
}

/** From there, with the settings of the server. */
async function checksThere({ client, dagId }: RemoteDag) {
  const params = { path: { dag_id: dagId } };
  const { tasks } = await client.post("/api/momiji/v1/dags/{dag_id}/preflight", { params });
  return tasks.flatMap((task) => rowsOf(dagId, task));
}

type Checked = Pick<TaskPreflight, "taskId" | "operator"> & {
  readonly checks: readonly (Pick<TaskPreflight["checks"][number], "code" | "title"> & {
    readonly verdict: string;
    readonly detail?: string | null;
    readonly remedy?: string | null;
  })[];
};

function rowsOf(dagId: string, { taskId, operator, checks }: Checked) {
  return checks.map(({ code, title, verdict, detail, remedy }) => ({
    dag_id: dagId,
    task_id: taskId,
    operator,
    code,
    verdict,
    check: title,
    detail: detail ?? null,
    remedy: remedy ?? null,
  }));
}
