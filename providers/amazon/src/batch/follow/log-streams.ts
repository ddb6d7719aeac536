/** Where the tries of a job write to. Batch tries again by itself, each time with a log stream of its own. */
import type { JobDetail, LogConfiguration } from "@aws-sdk/client-batch";

/** Where containers log whose definition says nothing of it. */
const DEFAULT_GROUP = "/aws/batch/job";

export interface TryStream {
  readonly group: string;
  /** Undefined: that of the job. */
  readonly region: string | undefined;
  readonly stream: string;
  /** Null: it is the only one. */
  readonly container: string | null;
}

export interface JobTry {
  readonly isOver: boolean;
  readonly streams: readonly TryStream[];
}

interface Logging {
  readonly logStreamName?: string | undefined;
  readonly name?: string | undefined;
}

/** In the order in which they were made; containers that log elsewhere than to CloudWatch have no streams. */
export function triesOf(job: JobDetail): readonly JobTry[] {
  const isEnded = job.status === "SUCCEEDED" || job.status === "FAILED";
  const { attempts = [] } = job;
  const past = attempts.map(({ container, taskProperties = [], stoppedAt }, index) => ({
    isOver: isEnded || stoppedAt !== undefined || index < attempts.length - 1,
    streams: streamsOf(job, [container ?? {}, ...taskProperties.flatMap(({ containers = [] }) => containers)]),
  }));
  const known = new Set(past.flatMap(({ streams }) => streams.map(({ stream }) => stream)));
  const tasks = job.ecsProperties?.taskProperties ?? [];
  const now = streamsOf(job, [job.container ?? {}, ...tasks.flatMap(({ containers = [] }) => containers)]);
  const isKnown = now.every(({ stream }) => known.has(stream));
  return isKnown ? past : [...past, { isOver: isEnded, streams: now }];
}

function streamsOf(job: JobDetail, containers: readonly Logging[]): readonly TryStream[] {
  return containers.flatMap(({ logStreamName: stream, name }) => {
    const logging = loggingOf(job, name);
    if (stream === undefined || (logging !== undefined && logging.logDriver !== "awslogs")) return [];
    const options = logging?.options ?? {};
    const group = options["awslogs-group"] ?? DEFAULT_GROUP;
    return [{ group, region: options["awslogs-region"], stream, container: name ?? null }];
  });
}

function loggingOf({ container, ecsProperties }: JobDetail, name: string | undefined): LogConfiguration | undefined {
  if (name === undefined) return container?.logConfiguration;
  const tasks = ecsProperties?.taskProperties ?? [];
  return tasks.flatMap(({ containers = [] }) => containers).find((one) => one.name === name)?.logConfiguration;
}
