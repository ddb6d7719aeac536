/** Replays `retries.json`: how long Airflow waits before the next attempt. */
import { type FailedAttempt, parseInstant, retryDelay, type RetrySpec } from "@momiji/core";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface RecordedRetry {
  readonly id?: string;
  readonly retry_delay: number;
  /** As the author wrote it: Airflow reads true as 2 and false as 0. */
  readonly retry_exponential_backoff: number | boolean;
  readonly max_retry_delay: number | null;
  readonly try_number: number;
}

interface RecordedCase extends RecordedRetry {
  readonly dag_id: string;
  readonly task_id: string;
  readonly logical_date: string | null;
  readonly delay: number;
}

interface RecordedBounds extends RecordedRetry {
  readonly min_seen: number;
  readonly max_seen: number;
  readonly distinct: number;
}

interface RecordedFile {
  readonly cases?: readonly RecordedCase[];
  readonly bounds?: readonly RecordedBounds[];
}

/** How many ids the recorded bounds were seen over; ours are as many others. */
const SAMPLES = 400;
/** How far the extremes of two such samples may lie apart: by chance once in 10^9. */
const TOLERANCE = 0.05;

export function replayRetries(data: unknown): ReplayResult {
  const { cases = [], bounds = [] } = data as RecordedFile;
  return summarise([
    ...cases.map((recorded, index) => replayCase(recorded, recorded.id ?? `cases[${index}]`)),
    ...bounds.map((recorded, index) => replayBounds(recorded, recorded.id ?? `bounds[${index}]`)),
  ]);
}

function replayCase(recorded: RecordedCase, id: string): ReplayedCase {
  const actual = retryDelay(retryOf(recorded), {
    dagId: recorded.dag_id,
    taskId: recorded.task_id,
    logicalDate: recorded.logical_date === null ? null : parseInstant(recorded.logical_date),
    tryNumber: recorded.try_number,
  });
  return { id, expected: recorded.delay, actual, equal: actual === recorded.delay };
}

/** Ours over other ids: the same spread, and one value only where Airflow has one only. */
function replayBounds(recorded: RecordedBounds, id: string): ReplayedCase {
  const delays = Array.from({ length: SAMPLES }, (_, sample) =>
    retryDelay(retryOf(recorded), attempt(recorded, sample)),
  );
  const lowest = Math.min(...delays);
  const highest = Math.max(...delays);
  const distinct = new Set(delays).size;
  const slack = Math.max(recorded.distinct === 1 ? 0 : 1, TOLERANCE * (recorded.max_seen - recorded.min_seen));
  const isNear = Math.abs(lowest - recorded.min_seen) <= slack && Math.abs(highest - recorded.max_seen) <= slack;
  return {
    id,
    expected: [recorded.min_seen, recorded.max_seen, recorded.distinct],
    actual: [lowest, highest, distinct],
    equal: isNear && (distinct === 1) === (recorded.distinct === 1),
  };
}

function attempt({ try_number: tryNumber }: RecordedBounds, sample: number): FailedAttempt {
  return { dagId: `sampled_${sample}`, taskId: `task_${sample % 7}`, logicalDate: null, tryNumber };
}

function retryOf(recorded: RecordedRetry): RetrySpec {
  return {
    retries: recorded.try_number,
    delaySeconds: recorded.retry_delay,
    backoff: Number(recorded.retry_exponential_backoff) * (recorded.retry_exponential_backoff === true ? 2 : 1),
    ...(recorded.max_retry_delay !== null && { maxDelaySeconds: recorded.max_retry_delay }),
  };
}
