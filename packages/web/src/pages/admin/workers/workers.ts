/** What is told of executors and queues at a glance. */
import type { components } from "@momiji/client";

export type Workers = components["schemas"]["Workers"];
export type Executor = Workers["executors"][number];
export type Queue = Workers["queues"][number];
export type Service = Workers["services"][number];

type Waiting = Pick<Executor, "queued" | "scheduled">;

export function waitingOf({ queued, scheduled }: Waiting): number {
  return queued + scheduled;
}

/** Executors that tasks name and that are not there: nobody will ever run those. */
export function missingExecutors({ executors }: Workers): readonly Executor[] {
  return executors.filter((executor) => executor.slots === null && waitingOf(executor) > 0);
}

/** Services that have given no sign of life for too long. */
export function deadServices({ services }: Workers): readonly Service[] {
  return services.filter(({ alive }) => !alive);
}
