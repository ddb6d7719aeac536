/** What can be seen of a task. */
import type { Task } from "@aws-sdk/client-ecs";
import type { LoggedWork } from "../../cloudwatch/logged-work.ts";
import type { Watch, WatchedKind } from "../../watching/watch.ts";

const BEFORE_RUNNING = ["PROVISIONING", "PENDING", "ACTIVATING"];

export type TaskWatch = Watch<Task>;

export const TASKS: WatchedKind<Task> = {
  isOver: ({ lastStatus }) => lastStatus === "STOPPED",
  mayHaveLog: ({ lastStatus = "PENDING" }) => !BEFORE_RUNNING.includes(lastStatus),
  wordsOf: ({ lastStatus = "", stoppedReason, desiredStatus }, arn) => {
    const isToStop = desiredStatus === "STOPPED" && lastStatus !== "STOPPED";
    const why = lastStatus === "STOPPED" && stoppedReason !== undefined ? `: ${stoppedReason}` : "";
    return `task ${taskIdOf(arn)} is ${lastStatus}${isToStop ? ", to be stopped" : ""}${why}`;
  },
};

/** `arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/ID` */
export function taskIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** No container of it has begun. */
export function neverRan({ containers = [], startedAt, stopCode }: Task): boolean {
  if (stopCode === "TaskFailedToStart") return true;
  return startedAt === undefined && containers.every(({ exitCode }) => exitCode === undefined);
}

/** The log of its containers is that of one work. */
export function loggedTask(watch: TaskWatch): LoggedWork {
  return {
    get mayHaveLog() {
      return watch.mayHaveLog;
    },
    get hasNoLog() {
      return watch.isOver && watch.latest !== null && neverRan(watch.latest);
    },
    get overAt() {
      return watch.overAt;
    },
    get lateMillis() {
      return watch.latest === null ? 0 : logLateness(watch.latest);
    },
    until: (holds) => watch.until(holds),
    changeWithin: (millis) => watch.changeWithin(millis),
    pass: (millis) => watch.pass(millis),
  };
}

/** How long its log has had, in milliseconds, when ECS said that the task has ended: it ends well after its containers on Fargate. */
function logLateness({ executionStoppedAt, stoppedAt }: Task): number {
  if (executionStoppedAt === undefined || stoppedAt === undefined) return 0;
  return Math.max(0, stoppedAt.getTime() - executionStoppedAt.getTime());
}
