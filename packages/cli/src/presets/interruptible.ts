/** An executor whose attempts can all be ended at once, and that takes none after that: for what a person stops by Ctrl-C. */
import { type AttemptEvent, isLast } from "@momiji/core";
import type { AttemptEvents, Executor } from "@momiji/executors";
import { systemClock } from "../system-clock.ts";

export interface Interruptible extends Executor {
  /** Ends what is out. Resolves when all of it has ended, jobs outside too. */
  interrupt(reason: string): Promise<void>;
}

export function interruptible(inner: Executor): Interruptible {
  const out = new Set<string>();
  const over = Promise.withResolvers<void>();
  let deliver: AttemptEvents = () => undefined;
  let why: string | null = null;
  const hear = (events: readonly AttemptEvent[]): void => {
    for (const event of events) if (isLast(event)) out.delete(event.attemptId);
    deliver(events);
    if (why !== null && out.size === 0) over.resolve();
  };
  return {
    name: inner.name,
    capacity: inner.capacity,
    start(to) {
      deliver = to;
      return inner.start(hear);
    },
    submit(orders) {
      const message = why;
      if (message !== null) {
        const outcome = { kind: "cancelled" as const, message };
        const at = systemClock.now();
        return deliver(orders.map(({ attemptId }) => ({ type: "finished" as const, attemptId, at, outcome })));
      }
      for (const { attemptId } of orders) out.add(attemptId);
      inner.submit(orders);
    },
    interrupt(reason) {
      why = reason;
      for (const attemptId of out) inner.cancel(attemptId, reason);
      if (out.size === 0) over.resolve();
      return over.promise;
    },
    cancel: (attemptId, reason) => inner.cancel(attemptId, reason),
    recover: (orders) => inner.recover(orders),
    endOthers: () => inner.endOthers?.(),
    acknowledge: (attemptIds) => inner.acknowledge(attemptIds),
    stop: (graceMillis) => inner.stop(graceMillis),
  };
}
