/** What Batch refuses, and how its jobs end, beyond what ECS says of the containers: codes, meanings, and what to do. */
import type { RefusalMeaning } from "../client/refusal-words.ts";
import type { EcsErrorEntry } from "../errors.ts";

export type BatchErrorCode = keyof typeof BATCH_ERRORS;

export const BATCH_ERRORS = {
  queue_missing: {
    meaning: "there is no such job queue in this account and region",
    remedy: "check `jobQueue` and `region`, or create it (`aws batch describe-job-queues` lists those that are there)",
    patterns: [/queue.*(not found|does not exist|can not be found|not exist)/i],
  },
  queue_disabled: {
    meaning: "the job queue takes no jobs",
    remedy: "enable it (`aws batch update-job-queue --state ENABLED`), and wait until its status is VALID",
    patterns: [/queue.*(DISABLED|INVALID|not (in|a) valid|not enabled)/i],
  },
  job_definition_missing: {
    meaning: "there is no such job definition, or that revision is not active",
    remedy: "check `jobDefinition` and `region`, or register it (`aws batch register-job-definition`)",
    patterns: [/definition.*(not found|does not exist|INACTIVE|not active|not exist)/i],
  },
  share_identifier: {
    meaning: "the share identifier does not fit the job queue",
    remedy: "give `shareIdentifier` for a queue with a scheduling policy, and none for others",
    patterns: [/share ?identifier|scheduling ?policy/i],
  },
  timed_out: {
    meaning: "the job took longer than Batch lets it",
    remedy: "raise `submitJobTimeout`, or the timeout of the job definition",
    patterns: [/attempt duration exceeded timeout/i],
  },
  dependency_failed: {
    meaning: "a job that this one depends on has failed",
    remedy: "see the jobs of `dependsOn`",
    patterns: [/dependent job|dependency .*failed|dependsOn/i],
  },
  misconfigured: {
    meaning: "the job can never start: no compute environment of its queue gives what it asks for",
    remedy: "ask for less cpu, memory or GPUs, or give the queue a compute environment with larger instances",
    patterns: [/MISCONFIGURATION:/],
  },
  terminated: {
    meaning: "somebody else has terminated the job",
    remedy: "see its status reason; CloudTrail has who called TerminateJob or CancelJob",
  },
  child_failed: {
    meaning: "children of the array have failed",
    remedy: "see their log streams in CloudWatch; the log here is that of the first child",
  },
  job_gone: {
    meaning: "Batch knows nothing of the job (any more): it shows jobs that have ended for some days",
    remedy: "check `region` and the account; let the task be tried again",
  },
  invalid_request: {
    meaning: "Batch does not take the request",
    remedy: "mend what it names",
  },
} as const satisfies { readonly [code: string]: EcsErrorEntry };

/** What Batch means when it refuses a request with these words. */
export function batchMeaningOf(said: string): RefusalMeaning {
  const code = batchCodeOf(said, ["share_identifier", "queue_missing", "queue_disabled", "job_definition_missing"]);
  return { code: code ?? "invalid_request", ...BATCH_ERRORS[code ?? "invalid_request"] };
}

export function batchCodeOf(said: string, among: readonly BatchErrorCode[]): BatchErrorCode | null {
  const entries: { readonly [code in BatchErrorCode]: EcsErrorEntry } = BATCH_ERRORS;
  return among.find((code) => entries[code].patterns?.some((pattern) => pattern.test(said))) ?? null;
}
