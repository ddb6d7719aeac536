/**
 * `momiji dags explain DAG`: why no new run of it is created now, and when the next one is. With `--run-id`: what one of its
 * runs waits for, or why it ended as it did.
 */
import { presentDagExplanation, presentRunExplanation } from "@momiji/api";
import { isoZ, type TimetableRun, toTemporal } from "@momiji/core";
import type { CommandContext, Register } from "../../context.ts";
import { explanationText } from "../../explanation.ts";
import { formatRows, type OutputFormat, readFormat } from "../../output.ts";
import { explainIn } from "../tasks/explain.ts";

interface Options {
  home?: string;
  runId?: string;
  output: string;
}

const COLUMNS = ["code", "text", "remedy"];

export const registerDagExplain: Register = (parent, context) => {
  parent
    .command("explain")
    .description("say why no new run of a DAG is created now, or what one of its runs waits for")
    .argument("<dag_id>", "id of the DAG")
    .option("--run-id <id>", "explain this run: what it waits for, or why it ended as it did")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "text, json, yaml or plain", "text")
    .action(async (dagId: string, options: Options) => {
      const format = options.output === "text" ? null : readFormat(options.output);
      const { runId } = options;
      context.print(
        await (runId === undefined
          ? aboutDag(context, dagId, { options, format })
          : aboutRun(context, { dagId, runId }, { options, format })),
      );
    });
};

interface Wanted {
  readonly options: Options;
  /** Null: sentences. */
  readonly format: OutputFormat | null;
}

async function aboutDag(context: CommandContext, dagId: string, { options, format }: Wanted): Promise<string> {
  const why = await explainIn(context, context.home(options), (explainer) => explainer.dag(dagId));
  if (format !== null) return formatRows(rowsOf(format, presentDagExplanation(why)), COLUMNS, format);
  const text = explanationText({ ...why, what: dagId, free: "nothing is in its way; a run is about to be created" });
  return why.next === null ? text : `${text}Next run: ${nextText(why.next, why.dag.spec.timezone)}\n`;
}

async function aboutRun(
  context: CommandContext,
  { dagId, runId }: { readonly dagId: string; readonly runId: string },
  { options, format }: Wanted,
): Promise<string> {
  const why = await explainIn(context, context.home(options), (explainer) => explainer.run(dagId, runId));
  if (format !== null) return formatRows(rowsOf(format, presentRunExplanation(why)), COLUMNS, format);
  return explanationText({ ...why, what: `${runId} of ${dagId}`, free: "nothing is in its way" });
}

/** Formats for programs have everything, the others the reasons. */
function rowsOf(format: OutputFormat, whole: { readonly reasons: readonly object[] }) {
  return (format === "json" || format === "yaml" ? [whole] : whole.reasons) as never;
}

/** The moment and the interval, in the DAG's zone and in UTC. */
function nextText({ runAfter, dataInterval }: TimetableRun, timezone: string): string {
  const local = (at: number): string =>
    toTemporal(at).toZonedDateTimeISO(timezone).toString({ smallestUnit: "second" });
  const interval = `interval ${local(dataInterval.start)} to ${local(dataInterval.end)}`;
  return `${local(runAfter)} (${isoZ(runAfter)}), ${interval}`;
}
