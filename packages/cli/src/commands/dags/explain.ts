/** `momiji dags explain DAG`: why no new run of it is created now, and when the next one is. */
import { presentDagExplanation } from "@momiji/api";
import { isoZ, type TimetableRun, toTemporal } from "@momiji/core";
import type { Register } from "../../context.ts";
import { explanationText } from "../../explanation.ts";
import { formatRows, readFormat } from "../../output.ts";
import { explainIn } from "../tasks/explain.ts";

interface Options {
  home?: string;
  output: string;
}

export const registerDagExplain: Register = (parent, context) => {
  parent
    .command("explain")
    .description("say why no new run of a DAG is created now, and when the next one is")
    .argument("<dag_id>", "id of the DAG")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "text, json, yaml or plain", "text")
    .action(async (dagId: string, options: Options) => {
      const format = options.output === "text" ? null : readFormat(options.output);
      const why = await explainIn(context, context.home(options), (explainer) => explainer.dag(dagId));
      if (format !== null) {
        const rows = format === "json" || format === "yaml" ? [presentDagExplanation(why)] : why.reasons;
        return context.print(await formatRows(rows as never, ["code", "text", "remedy"], format));
      }
      context.print(
        explanationText({ ...why, what: dagId, free: "nothing is in its way; a run is about to be created" }),
      );
      const { next, dag } = why;
      if (next !== null) context.print(`Next run: ${nextText(next, dag.spec.timezone)}\n`);
    });
};

/** The moment and the interval, in the DAG's zone and in UTC. */
function nextText({ runAfter, dataInterval }: TimetableRun, timezone: string): string {
  const local = (at: number): string =>
    toTemporal(at).toZonedDateTimeISO(timezone).toString({ smallestUnit: "second" });
  const interval = `interval ${local(dataInterval.start)} to ${local(dataInterval.end)}`;
  return `${local(runAfter)} (${isoZ(runAfter)}), ${interval}`;
}
