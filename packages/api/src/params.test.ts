import { expect, test, vi } from "vitest";
import { problemOfValues } from "./params.ts";

const schema = {
  type: "object",
  properties: {
    size: { enum: ["s", "m", 3, null] },
    kind: { const: "a" },
    count: { type: ["integer", "null"], minimum: 1 },
    day: { type: "string", format: "date", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
    code: { type: "string", pattern: "^x" },
    deep: { type: "object", properties: { k: { type: "string" } }, required: ["k"] },
  },
};

test.each([
  [{ size: "xl" }, '.size must be one of "s", "m", 3, null'],
  [{ kind: "b" }, '.kind must be "a"'],
  [{ count: "1" }, ".count must be integer or null"],
  [{ count: 0 }, ".count must be >= 1"],
  [{ day: "tomorrow" }, '.day must have the format "date"'],
  [{ code: "y" }, '.code must match pattern "^x"'],
  [{ deep: { k: 1 } }, ".deep.k must be string"],
  [{ deep: {} }, ".deep must have required property 'k'"],
  [{ size: "m", count: null, day: "2026-01-31" }, null],
])("of %o is said: %s", async (values, problem) => expect(await problemOfValues(schema, values)).toBe(problem));

test("a format that is not known goes without a word in the server's log", async () => {
  const warn = vi.spyOn(console, "warn");
  await problemOfValues({ properties: { at: { type: "string", format: "of-our-own" } } }, { at: "x" });
  expect(warn).not.toHaveBeenCalled();
});
