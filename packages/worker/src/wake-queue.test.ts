import type { Micros } from "@momiji/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { WakeQueue } from "./wake-queue.ts";

/** One timer, fired by hand. */
class OneTimer {
  time: Micros = 0;
  timer: { at: Micros; callback: () => void } | null = null;

  now(): Micros {
    return this.time;
  }

  setTimer(at: Micros, callback: () => void): () => void {
    if (this.timer !== null) throw new Error("a second timer");
    this.timer = { at, callback };
    return () => (this.timer = null);
  }

  advanceTo(time: Micros): void {
    while (this.timer !== null && this.timer.at <= time) {
      const { at, callback } = this.timer;
      this.timer = null;
      this.time = Math.max(this.time, at);
      callback();
    }
    this.time = time;
  }
}

test("calls each at its time, in order, and none that was cancelled, with one timer for all", () => {
  const entry = fc.record({ at: fc.nat(1000), cancelAt: fc.option(fc.nat(1000)) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
      const clock = new OneTimer();
      const queue = new WakeQueue(clock);
      const called: number[] = [];
      const wakes = entries.map(({ at }) => queue.wakeAt(at, () => called.push(at)));
      for (let time = 0; time <= 1000; time++) {
        entries.forEach(({ cancelAt }, index) => cancelAt === time && wakes[index]?.cancel());
        clock.advanceTo(time);
      }
      const expected = entries.filter(({ at, cancelAt }) => cancelAt === null || cancelAt > at).map(({ at }) => at);
      expect(called).toEqual(expected.toSorted((a, b) => a - b));
      expect(clock.timer).toBeNull();
    }),
  );
});

test("forgets everything when it stops", () => {
  const clock = new OneTimer();
  const queue = new WakeQueue(clock);
  queue.wakeAt(5, () => expect.unreachable());
  queue.stop();
  clock.advanceTo(10);
  expect(clock.timer).toBeNull();
});
