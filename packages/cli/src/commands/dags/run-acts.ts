/** `momiji dags clear`, `set-state` and `delete-run`: what people do to a run as a whole. */
import type { Command } from "commander";
import { connect } from "../../client.ts";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { type ActOptions, isMeant, printActs, tellHow } from "../would-change.ts";

const RUN_COLUMNS = ["dag_id", "dag_run_id", "state", "logical_date", "note"];

interface Options extends ActOptions {
  readonly runId: string;
  readonly onlyFailed?: boolean;
  readonly latestVersion?: boolean;
  readonly note?: string;
  readonly home?: string;
}

export function registerRunActs(parent: Command, context: CommandContext): void {
  withCommon(parent.command("clear"), "clear a run, so that its tasks run again; without --yes only list them")
    .requiredOption("--run-id <id>", "id of the run")
    .option("-f, --only-failed", "only the tasks that failed")
    .option("--latest-version", "the run goes on with the newest version of the DAG")
    .option("--note <text>", "a note on the run")
    .action((dagId: string, options: Options) => clear(context, dagId, options));
  withCommon(parent.command("set-state"), "mark a run as success or failed; without --yes only list what would change")
    .argument("<run_id>", "id of the run")
    .argument("<state>", "success, failed or queued")
    .option("--note <text>", "a note on the run")
    .action((...given: [string, string, string, Options]) => {
      const [dagId, runId, state, options] = given;
      return setState(context, { dagId, runId, state }, options);
    });
  parent
    .command("delete-run")
    .description("delete a run with all that belongs to it")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .option("-y, --yes", "do it")
    .option("--home <dir>", "home folder")
    .action(async (dagId: string, runId: string, options: Options) => {
      if (isMeant(options)) await connect(context.home(options)).send("DELETE", pathOf(dagId, runId));
      tellHow(context, options);
    });
}

function withCommon(command: Command, description: string): Command {
  return command
    .description(description)
    .argument("<dag_id>", "id of the DAG")
    .option("--dry-run", "only list what would change")
    .option("-y, --yes", "do it")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table");
}

async function clear(context: CommandContext, dagId: string, options: Options): Promise<void> {
  const body = {
    dry_run: !isMeant(options),
    only_failed: options.onlyFailed === true,
    run_on_latest_version: options.latestVersion === true,
    ...(options.note === undefined ? {} : { note: options.note }),
  };
  const answer = await connect(context.home(options)).send("POST", `${pathOf(dagId, options.runId)}/clear`, body);
  if (isMeant(options)) await printRun(context, answer, options);
  else await printActs(context, answer, options);
}

async function setState(
  context: CommandContext,
  { dagId, runId, state }: { dagId: string; runId: string; state: string },
  options: Options,
): Promise<void> {
  const client = connect(context.home(options));
  const body = { state, ...(options.note === undefined ? {} : { note: options.note }) };
  const path = pathOf(dagId, runId);
  if (isMeant(options)) await printRun(context, await client.send("PATCH", path, body), options);
  else
    await printActs(
      context,
      await client.send("PATCH", `${path.replace("/api/v2", "/api/momiji/v1")}/dry_run`, body),
      options,
    );
}

async function printRun(context: CommandContext, run: unknown, options: Options): Promise<void> {
  context.print(await formatRows([run as Row], RUN_COLUMNS, readFormat(options.output)));
}

function pathOf(dagId: string, runId: string): string {
  return `/api/v2/dags/${encodeURIComponent(dagId)}/dagRuns/${encodeURIComponent(runId)}`;
}
