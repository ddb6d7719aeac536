import { expect, test } from "vitest";
import type { TaskTry } from "../task-place.ts";
import { storyOf } from "./story.ts";

const one = (number: number, at: number): TaskTry =>
  ({
    try_number: number,
    state: "failed",
    hostname: "w",
    scheduled_when: `2026-03-10T00:00:0${at}Z`,
    queued_when: null,
    start_date: `2026-03-10T00:00:0${at + 1}Z`,
    end_date: `2026-03-10T00:00:0${at + 2}Z`,
  }) as TaskTry;

test("each try has the steps that it came to", () => {
  const words = storyOf([one(1, 0), one(2, 4)]).map(({ step, tryNumber }) => `${step} ${tryNumber}`);
  expect(words).toEqual(["scheduled 1", "started 1", "ended 1", "scheduled 2", "started 2", "ended 2"]);
});
