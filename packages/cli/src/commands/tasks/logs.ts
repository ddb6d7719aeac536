/** `momiji tasks logs DAG RUN TASK`: the log of an attempt; `--follow` goes on while it runs. */
import { formatInstant, type LogRecord, parseInstant, type TaskInstance } from "@momiji/core";
import type { LogLine, MomijiClient } from "@momiji/client";
import { logPath } from "@momiji/worker";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import type { Home } from "../../home.ts";
import { readLogs } from "../../logs/read-logs.ts";
import { readFormat } from "../../output.ts";
import { connectElsewhere } from "../../server/connect.ts";
import { acting, type PlaceOptions } from "../../server/place.ts";

const LOG_FORMATS = ["plain", "json"] as const;

interface Options extends PlaceOptions {
  tryNumber?: string;
  mapIndex: string;
  follow?: boolean;
  output: string;
}

export const registerLogs: Register = (parent, context) => {
  acting(parent.command("logs"))
    .description("print the log of a task instance's attempt")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--try-number <n>", "which attempt; without it the last")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("-f, --follow", "go on printing while it runs")
    .option("-o, --output <format>", "plain, or json (one record a line)", "plain")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      readFormat(options.output, LOG_FORMATS);
      const named = { dagId, runId, taskId, mapIndex: Number(options.mapIndex) };
      const client = await connectElsewhere(context, options);
      await (client === null ? printHere(context, named, options) : printThere(context, client, { named, options }));
    });
};

async function printHere(context: CommandContext, named: Named, options: Options): Promise<void> {
  const home = context.home(options);
  const instance = await findInstance(context, home, named);
  const tryNumber = options.tryNumber === undefined ? instance.tryNumber : Number(options.tryNumber);
  checkTry(instance, tryNumber);
  const log = logPath("", { ...named, tryNumber });
  const format = options.output === "json" ? (record: LogRecord) => `${JSON.stringify(record)}\n` : line;
  const signal = options.follow === true ? await endOf(context, home, named) : null;
  await readLogs(context, home, async (logs) => {
    const batches = signal === null ? logs.read(log) : logs.follow(log, { signal });
    for await (const batch of batches) context.print(batch.map(format).join(""));
  });
}

const INSTANCE = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}";

interface Wanted {
  readonly named: Named;
  readonly options: Options;
}

async function printThere(context: CommandContext, client: MomijiClient, { named, options }: Wanted): Promise<void> {
  const { dagId, runId, taskId, mapIndex } = named;
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex };
  const { try_number: last } = await client.get(INSTANCE, { params: { path } });
  const tryNumber = options.tryNumber === undefined ? last : Number(options.tryNumber);
  checkTry({ taskId, tryNumber: last }, tryNumber);
  const { logLines } = await import("@momiji/client");
  const lines = logLines(client, { ...named, tryNumber }, { follow: options.follow === true });
  for await (const read of lines) {
    const record = recordOf(read);
    context.print(options.output === "json" ? `${JSON.stringify(record)}\n` : line(record));
  }
}

function recordOf({ n, t, lv, src, m }: LogLine): Shown & { readonly seq: number } {
  return { seq: n, at: parseInstant(t), level: lv, source: src, message: m };
}

/** An attempt that there was not has no log, which would look like a task that said nothing. */
function checkTry({ taskId, tryNumber: last }: Pick<TaskInstance, "taskId" | "tryNumber">, tryNumber: number): void {
  if (last === 0) {
    const remedy = "`momiji tasks states-for-dag-run` shows why it waits";
    throw new CliError("not_found", `${taskId} has not been tried yet`, remedy);
  }
  if (tryNumber >= 1 && tryNumber <= last) return;
  throw new CliError("not_found", `${taskId} has no such attempt: they go from 1 to ${last}`, "correct --try-number");
}

interface Named {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

async function findInstance(context: CommandContext, home: Home, named: Named): Promise<TaskInstance> {
  const { dagId, runId, taskId, mapIndex } = named;
  const found = await context.readStore(home, (store) => store.findRun(dagId, runId));
  if (found === null) {
    throw new CliError(
      "not_found",
      `there is no run ${runId} of ${dagId}`,
      `\`momiji dags list-runs ${dagId}\` shows its runs`,
    );
  }
  const instance = found.instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
  if (instance === undefined) {
    const remedy = `\`momiji tasks states-for-dag-run ${dagId} ${runId}\` shows what there is`;
    throw new CliError("not_found", `there is no task instance ${taskId} in run ${runId} of ${dagId}`, remedy);
  }
  return instance;
}

const LOOK_AGAIN_MICROS = 500_000;

/** Aborted once the attempt has ended. The store is another process's, so it is looked at twice a second. */
async function endOf(context: CommandContext, home: Home, named: Named): Promise<AbortSignal> {
  const ended = new AbortController();
  const look = async (): Promise<void> => {
    const { endDate } = await findInstance(context, home, named);
    if (endDate !== null) ended.abort();
    else context.clock.setTimer(context.clock.now() + LOOK_AGAIN_MICROS, () => void look().catch(() => ended.abort()));
  };
  await look();
  return ended.signal;
}

interface Shown {
  readonly at: number;
  readonly level: string;
  readonly source: string;
  readonly message: string;
}

function line({ at, level, source, message }: Shown): string {
  const mark = level === "info" ? "" : `${level.toUpperCase()} `;
  return `[${formatInstant(at)}] {${source}} ${mark}${message}\n`;
}
