/** The logs of all containers of a job that are wanted. */
import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { Json } from "@momiji/core";
import type { JobContext, LaunchedJob } from "@momiji/sdk";
import { logsClient } from "../../client/clients.ts";
import { Contact } from "../../client/contact.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { findAccess } from "../../connection/find-access.ts";
import { type ContainerLogs, DEFAULTS, type EcsHandle, type EcsRunTaskParams } from "../ecs-params.ts";
import { LogPositions } from "../../cloudwatch/log-position.ts";
import { LogReader } from "../../cloudwatch/log-reader.ts";
import { LogStream } from "../../cloudwatch/log-stream.ts";
import { logPacerOf } from "../../cloudwatch/log-pacers.ts";
import { loggedTask, taskIdOf, type TaskWatch } from "./task-facts.ts";

/** What the last lines get to be read in: a failure is told without them too. */
const LAST_LINES_MILLIS = 10_000;

export interface LoggedJob {
  readonly job: LaunchedJob<EcsRunTaskParams, EcsHandle>;
  readonly access: AwsAccess;
  readonly watches: readonly TaskWatch[];
}

interface OneLog {
  readonly task: number;
  readonly isMain: boolean;
  readonly stream: LogStream;
  readonly reader: LogReader;
}

interface LogSource {
  readonly client: CloudWatchLogsClient;
  readonly access: AwsAccess;
}

export class JobLogs {
  readonly #logs: readonly OneLog[];

  private constructor(logs: readonly OneLog[]) {
    this.#logs = logs;
  }

  static async open(ctx: JobContext, logged: LoggedJob): Promise<JobLogs> {
    const { containers } = logged.job.handle;
    const sources = new Map<string, LogSource>();
    for (const region of new Set(containers.map((container) => container.region))) {
      const access = await findAccess(ctx, { ...logged.job.params, ...(region === "" ? {} : { region }) });
      sources.set(region, { access, client: await logsClient(access) });
    }
    const positions = new LogPositions(ctx.position);
    const logs = logged.watches.flatMap((_, task) =>
      containers.flatMap((container, index) => {
        const source = sources.get(container.region);
        const number = task * containers.length + index;
        return source === undefined ? [] : [oneLog(ctx, logged, { task, container, number, source, positions })];
      }),
    );
    return new JobLogs(logs);
  }

  async read(): Promise<void> {
    await Promise.all(this.#logs.map(({ reader }) => reader.read()));
  }

  /** The last line of the main container; of several tasks a list. */
  async value(): Promise<{ readonly value?: Json }> {
    const main = this.#logs.filter(({ isMain, reader }) => isMain && reader.wasThere);
    if (main.length === 0) return {};
    const lasts = await Promise.all(main.map(({ task }) => this.lastLines(task, 1)));
    const values = lasts.map((lines) => lines.at(-1) ?? null);
    return { value: values.length === 1 ? (values[0] ?? null) : values };
  }

  /** Of the main container of one task, as far as they can be read. */
  async lastLines(task: number, count: number): Promise<readonly string[]> {
    const log = this.#logs.find((one) => one.isMain && one.task === task && one.reader.wasThere);
    if (log === undefined || count === 0) return [];
    try {
      const events = await log.stream.last(count, AbortSignal.timeout(LAST_LINES_MILLIS));
      return events.flatMap(({ message }) => message.replace(/\r?\n$/, "").split(/\r?\n/)).slice(-count);
    } catch {
      return [];
    }
  }
}

interface LogOrder {
  readonly task: number;
  readonly container: ContainerLogs;
  readonly number: number;
  readonly source: LogSource;
  readonly positions: LogPositions;
}

function oneLog(ctx: JobContext, { job, watches }: LoggedJob, order: LogOrder): OneLog {
  const { params, handle } = job;
  const { task, container, number, source, positions } = order;
  const watch = watches[task];
  if (watch === undefined) throw new Error(`the job has no task ${task}`);
  const id = taskIdOf(watch.id);
  const isMain = container.container === handle.main;
  const name = `${container.prefix}/${container.container}/${id}`;
  const address = { group: container.group, stream: name, client: source.client, pacer: logPacerOf(source.access) };
  const stream = new LogStream(address, positions.placeOf(number));
  const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
  const reader = new LogReader({
    ctx,
    work: loggedTask(watch),
    stream,
    positions,
    number,
    contact: new Contact(ctx, { patienceMillis, waitsOutRefusals: false }),
    call: { access: source.access, service: "logs", action: "logs:GetLogEvents" },
    source: sourceOf(isMain, container.container, { id, isOnly: watches.length === 1 }),
    name: `the log stream ${name} of the group ${container.group} (${container.region})`,
    intervalMillis:
      params.awslogsFetchIntervalSeconds === undefined ? undefined : params.awslogsFetchIntervalSeconds * 1000,
    settleMillis: (params.awslogsSettleSeconds ?? DEFAULTS.awslogsSettleSeconds) * 1000,
  });
  return { task, isMain, stream, reader };
}

/** Lines of several tasks are told apart by the beginning of the task's id. */
function sourceOf(
  isMain: boolean,
  container: string,
  { id, isOnly }: { readonly id: string; readonly isOnly: boolean },
): string {
  if (isOnly) return isMain ? "stdout" : container;
  return `${container}/${id.slice(0, 8)}`;
}
