/** `momiji tasks logs DAG RUN TASK`: the log of an attempt; `--follow` goes on while it runs. */
import { formatInstant, type LogRecord, type TaskInstance } from "@momiji/core";
import { followLog, logPath, readLog } from "@momiji/worker";
import type { CommandContext, Register } from "../../context.ts";
import { CliError } from "../../errors.ts";
import type { Home } from "../../home.ts";

interface Options {
  home?: string;
  tryNumber?: string;
  mapIndex: string;
  follow?: boolean;
  output: string;
}

export const registerLogs: Register = (parent, context) => {
  parent
    .command("logs")
    .description("print the log of a task instance's attempt")
    .argument("<dag_id>", "id of the DAG")
    .argument("<run_id>", "id of the run")
    .argument("<task_id>", "id of the task")
    .option("--try-number <n>", "which attempt; without it the last")
    .option("--map-index <n>", "which instance of a mapped task", "-1")
    .option("-f, --follow", "go on printing while it runs")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "plain, or json (one record a line)", "plain")
    .action(async (...given: [dagId: string, runId: string, taskId: string, options: Options]) => {
      const [dagId, runId, taskId, options] = given;
      const home = context.home(options);
      const named = { dagId, runId, taskId, mapIndex: Number(options.mapIndex) };
      const instance = await findInstance(context, home, named);
      const tryNumber = options.tryNumber === undefined ? instance.tryNumber : Number(options.tryNumber);
      if (tryNumber < 1)
        throw new CliError(
          "not_found",
          `${taskId} has not been tried yet`,
          "`momiji tasks states-for-dag-run` shows why it waits",
        );
      const path = logPath(home.logs, { ...named, tryNumber });
      const format = options.output === "json" ? (record: LogRecord) => `${JSON.stringify(record)}\n` : line;
      const batches =
        options.follow === true ? followLog(path, { signal: await endOf(context, home, named) }) : readLog(path);
      for await (const batch of batches) context.print(batch.map(format).join(""));
    });
};

interface Named {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

async function findInstance(context: CommandContext, home: Home, named: Named): Promise<TaskInstance> {
  const found = await context.readStore(home, (store) => store.findRun(named.dagId, named.runId));
  const instance = found?.instances.find(
    ({ taskId, mapIndex }) => taskId === named.taskId && mapIndex === named.mapIndex,
  );
  if (instance === undefined) {
    throw new CliError(
      "not_found",
      `there is no task instance ${named.taskId} in run ${named.runId} of ${named.dagId}`,
      `\`momiji dags list-runs ${named.dagId}\` shows the runs`,
    );
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

function line({ at, level, source, message }: LogRecord): string {
  const mark = level === "info" ? "" : `${level.toUpperCase()} `;
  return `[${formatInstant(at)}] {${source}} ${mark}${message}\n`;
}
