/** `momiji tasks explain DAG RUN TASK`: why a task instance does not run now, and what would change it. */
import { ApiError, Explainer, presentTaskExplanation } from "@momiji/api";
import { instanceName } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { explanationText } from "../../explanation.ts";
import { type Home, isServed } from "../../home.ts";
import { formatRows, readFormat } from "../../output.ts";
import { executorCapacities } from "../../presets/executor-capacities.ts";

interface Options {
  home?: string;
  mapIndex: string;
  output: string;
}

export const registerTaskExplain: Register = (parent, context) => {
  parent
    .command("explain")
    .alias("failed-deps")
    .description("say why a task instance does not run now, and what would change it")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "text, json, yaml or plain", "text")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const key = { taskId, mapIndex: Number(options.mapIndex) };
      const format = options.output === "text" ? null : readFormat(options.output);
      const why = await explainIn(context, context.home(options), (explainer) =>
        explainer.task({ dagId, runId, ...key }, allDags),
      );
      if (format !== null) {
        const rows = format === "json" || format === "yaml" ? [presentTaskExplanation(why)] : why.reasons;
        return context.print(await formatRows(rows as never, ["code", "text", "remedy"], format));
      }
      const what = `${instanceName(key)} of ${dagId} in ${runId}`;
      context.print(explanationText({ ...why, what, free: "nothing is in its way; it is about to be queued" }));
    });
};

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
