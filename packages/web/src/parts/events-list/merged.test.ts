import { expect, test } from "vitest";
import type { EventLog } from "./event-words.ts";
import { merged } from "./merged.ts";

const event = (second: number): EventLog =>
  ({ when: `2026-03-10T00:00:0${second}Z`, event: `act ${second}` }) as EventLog;
const step = (second: number) => ({ key: "", at: `2026-03-10T00:00:0${second}Z`, who: "", words: `step ${second}` });
const wordsOf = (told: ReturnType<typeof merged<string>>) =>
  told.map((each) => ("event" in each ? each.event.event : each.step.words));

test("what people did stands between the steps, the newest first", () => {
  const told = merged([event(7), event(3)], [step(0), step(2), step(3), step(5)], true);
  expect(wordsOf(told)).toEqual(["act 7", "step 5", "act 3", "step 3", "step 2", "step 0"]);
});

test("steps wait for the events around them to be read", () => {
  expect(wordsOf(merged([event(7), event(3)], [step(0), step(5)], false))).toEqual(["act 7", "step 5", "act 3"]);
  expect(wordsOf(merged([], [step(0), step(5)], true))).toEqual(["step 5", "step 0"]);
});
