import { expect, test } from "vitest";
import { clockText } from "./clock.ts";

test.each([
  ["00:00:09", "12:00:09 AM"],
  ["03:12", "3:12 AM"],
  ["12:00:00", "12:00:00 PM"],
  ["23:59:59", "11:59:59 PM"],
])("%s is %s", (time, twelve) => {
  expect(clockText(time, "12")).toBe(twelve);
  expect(clockText(time, "24")).toBe(time);
});
