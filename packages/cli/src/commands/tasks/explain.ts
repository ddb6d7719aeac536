/** `momiji tasks explain DAG RUN TASK`: why a task instance does not run now, and what would change it. */
import { ApiError, Explainer, presentTaskExplanation } from "@momiji/api";
import { instanceName } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { explanationText } from "../../explanation.ts";
import { type Home, isServed } from "../../home.ts";
import { formatRows, readFormat } from "../../output.ts";
import { connectElsewhere } from "../../server/connect.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { executorCapacities } from "../../presets/executor-capacities.ts";

interface Options extends PlaceOptions {
  mapIndex: string;
  output: string;
}

export const registerTaskExplain: Register = (parent, context) => {
  acting(parent.command("explain"))
    .alias("failed-deps")
    .description("say why a task instance does not run now, and what would change it")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("-o, --output <format>", "text, json, yaml or plain", "text")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const key = { taskId, mapIndex: Number(options.mapIndex) };
      const format = options.output === "text" ? null : readFormat(options.output);
      const why = await explainTask(context, options, { dagId, runId, ...key });
      if (format !== null) {
        const rows = format === "json" || format === "yaml" ? [why] : why.reasons;
        return context.print(await formatRows(rows as never, ["code", "text", "remedy"], format));
      }
      const what = `${instanceName(key)} of ${dagId} in ${runId}`;
      context.print(explanationText({ ...why, what, free: "nothing is in its way; it is about to be queued" }));
    });
};

const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/explain";

interface Named {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

async function explainTask(context: CommandContext, options: PlaceOptions, named: Named): Promise<Presented> {
  const client = await connectElsewhere(context, options);
  if (client === null)
    return presentTaskExplanation(
      await explainIn(context, context.home(options), (explainer) => explainer.task(named, allDags)),
    );
  const { dagId, runId, taskId, mapIndex } = named;
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex };
  // The server's words are those of this version, or as good as any.
  return (await client.get(TASK, { params: { path } })) as Presented;
}

type Presented = ReturnType<typeof presentTaskExplanation>;

/** Explains what the store of a home holds, beside the server or without it. */
export async function explainIn<Result>(
  context: CommandContext,
  home: Home,
  ask: (explainer: Explainer) => Promise<Result>,
): Promise<Result> {
  const { config } = await context.config();
  const { clock } = context;
  const { catchupLimit } = config.core;
  const deps = { clock, executors: executorCapacities(config), catchupLimit, isServed: isServed(home) };
  try {
    return await context.readStore(home, (store) => ask(new Explainer({ store, ...deps })));
  } catch (error) {
    if (error instanceof ApiError) throw new CliError("not_found", error.message, error.remedy);
    throw error;
  }
}
