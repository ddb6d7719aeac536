import fc from "fast-check";
import { expect, test } from "vitest";
import type { Clock } from "@momiji/core";
import { Timeline } from "./timeline.ts";

/** A clock that stands still and remembers for when it was set. */
function stillClock(): Clock & { armed: number[] } {
  const armed: number[] = [];
  return {
    armed,
    now: () => 0,
    setTimer(at) {
      armed.push(at);
      return () => undefined;
    },
  };
}

test("gives each key once, at its last setting, in order of time", () => {
  const operation = fc.record({
    key: fc.constantFrom("a", "b", "c", "d", "e"),
    at: fc.option(fc.integer({ min: 0, max: 50 })),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), fc.integer({ min: 0, max: 50 }), (operations, now) => {
      const timeline = new Timeline(stillClock(), () => undefined);
      const expected = new Map<string, number>();
      for (const { key, at } of operations) {
        timeline.set(key, at);
        if (at === null) expected.delete(key);
        else expected.set(key, at);
      }
      const due = timeline.takeDue(now);
      const instants = due.map((key) => expected.get(String(key)) ?? Number.NaN);
      expect(new Set(due)).toEqual(new Set([...expected].filter(([, at]) => at <= now).map(([key]) => key)));
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(due.length).toBe(new Set(due).size);
      const later = [...expected.values()].filter((at) => at > now);
      expect(timeline.next()).toBe(later.length === 0 ? null : Math.min(...later));
    }),
  );
});

test("keeps one timer, for the earliest", () => {
  const clock = stillClock();
  const timeline = new Timeline(clock, () => undefined);
  timeline.set("late", 90);
  timeline.set("later", 95);
  timeline.set("early", 10);
  expect(clock.armed).toEqual([90, 10]);
});
