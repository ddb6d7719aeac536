/** An executor that runs one instance of a mapped task and skips the others, for `tasks test --map-index`. */
import type { AttemptOrder, InstanceKey } from "@momiji/core";
import type { AttemptEvents, Executor } from "@momiji/executors";
import { systemClock } from "../system-clock.ts";

export function onlyInstance(inner: Executor, wanted: InstanceKey): Executor {
  let deliver: AttemptEvents = () => undefined;
  const isOther = ({ task, mapIndex }: AttemptOrder): boolean =>
    task.taskId === wanted.taskId && mapIndex !== wanted.mapIndex;
  return {
    name: inner.name,
    capacity: inner.capacity,
    start(to) {
      deliver = to;
      return inner.start(to);
    },
    submit(orders) {
      inner.submit(orders.filter((order) => !isOther(order)));
      const message = `only map index ${wanted.mapIndex} was asked for`;
      const skipped = orders.filter(isOther).map(({ attemptId }) => ({
        type: "finished" as const,
        attemptId,
        at: systemClock.now(),
        outcome: { kind: "skipped" as const, message },
      }));
      if (skipped.length > 0) deliver(skipped);
    },
    cancel: (attemptId, reason) => inner.cancel(attemptId, reason),
    recover: (orders) => inner.recover(orders),
    endOthers: () => inner.endOthers?.(),
    acknowledge: (attemptIds) => inner.acknowledge(attemptIds),
    stop: (graceMillis) => inner.stop(graceMillis),
  };
}
