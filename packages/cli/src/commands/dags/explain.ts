/**
 * `momiji dags explain DAG`: why no new run of it is created now, and when the next one is. With `--run-id`: what one of its
 * runs waits for, or why it ended as it did.
 */
import { presentDagExplanation, presentRunExplanation } from "@momiji/api";
import { parseInstant, toTemporal } from "@momiji/core";
import type { CommandContext, Register } from "../../context.ts";
import { explanationText } from "../../explanation.ts";
import { formatRows, type OutputFormat, readFormat } from "../../output.ts";
import { connectElsewhere } from "../../server/connect.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";
import { explainIn } from "../tasks/explain.ts";

interface Options extends PlaceOptions {
  runId?: string;
  output: string;
}

const COLUMNS = ["code", "text", "remedy"];

export const registerDagExplain: Register = (parent, context) => {
  acting(parent.command("explain"))
    .description("say why no new run of a DAG is created now, or what one of its runs waits for")
    .argument("<dag_id>", "id of the DAG")
    .option("--run-id <id>", "explain this run: what it waits for, or why it ended as it did")
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
  const { why, timezone } = await explainDag(context, dagId, options);
  if (format !== null) return formatRows(rowsOf(format, why), COLUMNS, format);
  const text = explanationText({ ...why, what: dagId, free: "nothing is in its way; a run is about to be created" });
  return why.next_run === null ? text : `${text}Next run: ${nextText(why.next_run, timezone)}\n`;
}

type DagWhy = ReturnType<typeof presentDagExplanation>;
type RunWhy = ReturnType<typeof presentRunExplanation>;

/** The words of a server elsewhere are those of this version, or as good as any. */
async function explainDag(
  context: CommandContext,
  dagId: string,
  options: Options,
): Promise<{ readonly why: DagWhy; readonly timezone: string }> {
  const client = await connectElsewhere(context, options);
  if (client === null) {
    const why = await explainIn(context, context.home(options), (explainer) => explainer.dag(dagId));
    return { why: presentDagExplanation(why), timezone: why.dag.spec.timezone };
  }
  const params = { path: { dag_id: dagId } };
  const why = (await client.get("/api/v2/dags/{dag_id}/explain", { params })) as DagWhy;
  const { timezone } = await client.get("/api/v2/dags/{dag_id}/details", { params });
  return { why, timezone: timezone ?? "UTC" };
}

async function aboutRun(
  context: CommandContext,
  { dagId, runId }: { readonly dagId: string; readonly runId: string },
  { options, format }: Wanted,
): Promise<string> {
  const client = await connectElsewhere(context, options);
  const params = { path: { dag_id: dagId, dag_run_id: runId } };
  const why =
    client === null
      ? presentRunExplanation(
          await explainIn(context, context.home(options), (explainer) => explainer.run(dagId, runId)),
        )
      : ((await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain", { params })) as RunWhy);
  if (format !== null) return formatRows(rowsOf(format, why), COLUMNS, format);
  return explanationText({ ...why, what: `${runId} of ${dagId}`, free: "nothing is in its way" });
}

/** Formats for programs have everything, the others the reasons. */
function rowsOf(format: OutputFormat, whole: { readonly reasons: readonly object[] }) {
  return (format === "json" || format === "yaml" ? [whole] : whole.reasons) as never;
}

/** The moment and the interval, in the DAG's zone and in UTC. */
function nextText(
  { run_after: runAfter, data_interval_start: start, data_interval_end: end }: NonNullable<DagWhy["next_run"]>,
  timezone: string,
): string {
  const local = (at: string | null): string =>
    at === null ? "" : toTemporal(parseInstant(at)).toZonedDateTimeISO(timezone).toString({ smallestUnit: "second" });
  return `${local(runAfter)} (${runAfter}), interval ${local(start)} to ${local(end)}`;
}
