import { type Clock, MILLISECOND } from "@momiji/core";
import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

/** Time that passes only while a step works, and in the pauses between. */
function handClock() {
  let now = 0;
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => now,
    setTimer: (at, callback) => {
      pauses.push(at - now);
      now = at;
      queueMicrotask(callback);
      return () => undefined;
    },
  };
  return { clock, pauses, work: (micros: number) => void (now += micros) };
}

/** The rows of each step if a row takes so long, and what all steps and all pauses took. */
async function steps(count: number, microsARow: number) {
  const { clock, pauses, work } = handClock();
  const pace = new Pace(clock, new AbortController().signal);
  const rows: number[] = [];
  for (let step = 0; step < count; step++)
    await pace.step(async (given) => {
      rows.push(given);
      work(given * microsARow);
    });
  const worked = rows.reduce((sum, given) => sum + given * microsARow, 0);
  return { rows, worked, paused: pauses.reduce((sum, pause) => sum + pause, 0), pauses };
}

test("steps grow as long as they are short, to no more than five hundred rows", async () => {
  const { rows } = await steps(20, 1);
  expect(rows[0]).toBe(50);
  expect(rows.at(-1)).toBe(500);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
});

test("steps that take long become smaller, and soon none is longer than the rest", async () => {
  const { rows } = await steps(20, 200);
  expect(rows.slice(0, 3)).toEqual([50, 25, 25]);
  expect(Math.max(...rows.slice(1)) * 200).toBeLessThanOrEqual(6 * MILLISECOND);
});

test("each step is followed by a pause, so that others have two thirds of the time", async () => {
  for (const microsARow of [1, 10, 50, 100]) {
    const { worked, paused, pauses } = await steps(50, microsARow);
    expect(pauses).toHaveLength(50);
    expect(worked / (worked + paused)).toBeLessThan(0.38);
  }
});
