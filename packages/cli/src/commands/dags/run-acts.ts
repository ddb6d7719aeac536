/** `momiji dags clear`, `set-state` and `delete-run`: what people do to a run as a whole. */
import type { Command } from "commander";
import { connect } from "../../server/connect.ts";
import type { CommandContext } from "../../context.ts";
import { formatRows, readFormat, type Row } from "../../output.ts";
import { type ActOptions, isMeant, printActs, tellHow } from "../would-change.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const RUN_COLUMNS = ["dag_id", "dag_run_id", "state", "logical_date", "note"];

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";
const WOULD_MARK = "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/dry_run";

interface Options extends ActOptions, PlaceOptions {
  readonly runId: string;
  readonly onlyFailed?: boolean;
  readonly latestVersion?: boolean;
  readonly note?: string;
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
  acting(parent.command("delete-run"))
    .description("delete a run with all that belongs to it; without --yes only list it")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .option("-y, --yes", "do it")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (dagId: string, runId: string, options: Options) => {
      const client = await connect(context, options);
      if (isMeant(options)) {
        await client.delete(RUN, named(dagId, runId));
        return;
      }
      await printRun(context, await client.get(RUN, named(dagId, runId)), options);
      tellHow(context, options);
    });
}

function withCommon(command: Command, description: string): Command {
  return acting(command)
    .description(description)
    .argument("<dag_id>", "id of the DAG")
    .option("--dry-run", "only list what would change")
    .option("-y, --yes", "do it")
    .option("-o, --output <format>", "table, json, yaml or plain", "table");
}

async function clear(context: CommandContext, dagId: string, options: Options): Promise<void> {
  const body = {
    dry_run: !isMeant(options),
    only_failed: options.onlyFailed === true,
    run_on_latest_version: options.latestVersion === true,
    ...(options.note === undefined ? {} : { note: options.note }),
  };
  const client = await connect(context, options);
  const answer = await client.post(`${RUN}/clear`, { ...named(dagId, options.runId), body });
  if (isMeant(options)) await printRun(context, answer, options);
  else await printActs(context, answer, options);
}

async function setState(
  context: CommandContext,
  { dagId, runId, state }: { dagId: string; runId: string; state: string },
  options: Options,
): Promise<void> {
  const client = await connect(context, options);
  // The server says which there are.
  const body = {
    state: state as "success" | "failed" | "queued",
    ...(options.note === undefined ? {} : { note: options.note }),
  };
  const init = { ...named(dagId, runId), body };
  if (isMeant(options)) await printRun(context, await client.patch(RUN, init), options);
  else await printActs(context, await client.patch(WOULD_MARK, init), options);
}

async function printRun(context: CommandContext, run: unknown, options: Options): Promise<void> {
  context.print(await formatRows([run as Row], RUN_COLUMNS, readFormat(options.output)));
}

function named(dagId: string, runId: string) {
  return { params: { path: { dag_id: dagId, dag_run_id: runId } } };
}
