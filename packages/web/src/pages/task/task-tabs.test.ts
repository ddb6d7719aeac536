import { expect, test } from "vitest";
import { readTab } from "./task-tabs.ts";

test.each([
  ["xcom", "xcom"],
  ["rendered_templates", "rendered"],
  ["audit_log", "events"],
  ["nonsense", null],
  [undefined, null],
])("the tab %s is %s", (name, tab) => {
  expect(readTab(name)).toBe(tab);
});
