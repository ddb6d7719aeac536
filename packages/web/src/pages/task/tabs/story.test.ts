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

test("what people did stands between the tries, the newest first", () => {
  const cleared = {
    when: "2026-03-10T00:00:03Z",
    event: "post_clear_task_instances",
    owner: "sato",
    extra: null,
    event_log_id: 7,
  } as Parameters<typeof storyOf>[1][number];
  const story = storyOf([one(1, 0), one(2, 4)], [cleared]);
  const words = story.map((each) => (each.kind === "act" ? each.by : `${each.step} ${each.tryNumber}`));
  expect(words).toEqual(["ended 2", "started 2", "scheduled 2", "sato", "ended 1", "started 1", "scheduled 1"]);
});
