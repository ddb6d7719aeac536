import { expect, test } from "vitest";
import { readExtra } from "./read-extra.ts";

test("only an object comes with an event, and nothing is an empty one", () => {
  expect([readExtra('{"rows": 7}'), readExtra("  ")]).toEqual([{ rows: 7 }, {}]);
  expect(["[1]", "null", "7", "{rows: 7}"].map(readExtra)).toEqual([null, null, null, null]);
});
