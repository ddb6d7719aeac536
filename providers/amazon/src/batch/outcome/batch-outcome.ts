/** From a job of Batch that has ended to the outcome of its attempt, in words. */
import type { JobDetail } from "@aws-sdk/client-batch";
import type { Container } from "@aws-sdk/client-ecs";
import type { AttemptOutcome, FailedOutcome } from "@momiji/core";
import { taskOutcome } from "../../ecs/outcome/task-outcome.ts";
import { BATCH_ERRORS, type BatchErrorCode, batchCodeOf } from "../batch-errors.ts";

export function batchOutcome(job: JobDetail): AttemptOutcome {
  if (job.status === "SUCCEEDED") return { kind: "success" };
  const { statusReason: said = "" } = job;
  const code = batchCodeOf(said, ["timed_out", "dependency_failed", "misconfigured"]);
  if (code !== null) return failed(code, said);
  if (job.isTerminated === true || job.isCancelled === true) return failed("terminated", said);
  const outcome = ofContainers(job);
  if (outcome.kind !== "success") return outcome;
  return { kind: "failed", code: "unknown", message: `Batch says that the job has failed: ${said}`, retryable: true };
}

/** Its containers are those of a task of ECS; Batch tells of the last try. */
function ofContainers(job: JobDetail): AttemptOutcome {
  const { statusReason: stoppedReason = "", startedAt = 0 } = job;
  const several = (job.ecsProperties?.taskProperties ?? []).flatMap(({ containers = [] }) => containers);
  const essential = several.filter((one) => one.essential !== false).map(({ name = "" }) => name);
  const containers = job.container === undefined ? [...several, ...podContainers(job)] : [job.container];
  const task = {
    stoppedReason,
    containers: containers.map(({ exitCode, reason, ...rest }): Container => {
      return { name: "name" in rest ? (rest.name ?? "") : "", exitCode, reason };
    }),
    ...(startedAt === 0 ? {} : { startedAt: new Date(startedAt) }),
  };
  return taskOutcome({ task, main: null, essential: several.length === 0 ? null : essential, skipOnExitCode: [] });
}

function podContainers({ eksAttempts = [] }: JobDetail): readonly Container[] {
  return (eksAttempts.at(-1)?.containers ?? []).map(({ name, exitCode, reason }) => ({ name, exitCode, reason }));
}

function failed(code: BatchErrorCode, said: string): FailedOutcome {
  const { meaning, remedy } = BATCH_ERRORS[code];
  const message = said === "" ? meaning : `${meaning}: ${said}`;
  return { kind: "failed", code, message, retryable: true, detail: `what to do: ${remedy}` };
}
