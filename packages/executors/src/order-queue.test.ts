import fc from "fast-check";
import { expect, test } from "vitest";
import { OrderQueue } from "./order-queue.ts";

test("gives what a sort by priority and arrival gives, whatever is taken out in between", () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant("push" as const), priority: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ kind: fc.constant("shift" as const) }),
    fc.record({ kind: fc.constant("delete" as const), index: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 100 }), (actions) => {
      const queue = new OrderQueue<{ id: number }>();
      const waiting: { item: { id: number }; priority: number }[] = [];
      for (const [id, step] of actions.entries()) {
        if (step.kind === "push") {
          const item = { id };
          queue.push(item, step.priority);
          const before = waiting.findIndex((other) => other.priority < step.priority);
          waiting.splice(before < 0 ? waiting.length : before, 0, { item, priority: step.priority });
        } else if (step.kind === "shift") {
          expect(queue.shift()).toBe(waiting.shift()?.item);
        } else {
          const [gone] = waiting.splice(step.index, 1);
          expect(queue.delete(gone?.item ?? { id: -1 })).toBe(gone !== undefined);
        }
        expect(queue.peek()).toBe(waiting[0]?.item);
        expect(queue.size).toBe(waiting.length);
      }
    }),
  );
});
