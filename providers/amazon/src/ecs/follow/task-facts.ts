/** What can be seen of a task. */
import type { Task } from "@aws-sdk/client-ecs";

/** No container of it has begun. */
export function neverRan({ containers = [], startedAt, stopCode }: Task): boolean {
  if (stopCode === "TaskFailedToStart") return true;
  return startedAt === undefined && containers.every(({ exitCode }) => exitCode === undefined);
}

/** How long its log has had, in milliseconds, when ECS said that the task has ended: it ends well after its containers on Fargate. */
export function logLateness({ executionStoppedAt, stoppedAt }: Task): number {
  if (executionStoppedAt === undefined || stoppedAt === undefined) return 0;
  return Math.max(0, stoppedAt.getTime() - executionStoppedAt.getTime());
}
