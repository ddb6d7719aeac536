/** The inputs of a run as one JSON object. */
import { expect, test } from "vitest";
import { entriesOfJson, jsonOf } from "./json-view.ts";
import { problemOf } from "./param-problems.ts";
import { confOf, entriesOf, fieldsOf } from "./params.ts";

const PARAMS = {
  count: { value: 3, schema: { type: "integer", maximum: 9 }, description: null },
  key: { value: "hidden", schema: { type: "string", format: "password" }, description: null },
  must: { value: null, schema: { type: "string" }, description: null },
};
const FIELDS = fieldsOf(PARAMS);
const ENTRIES = entriesOf(PARAMS, { must: "x", more: [1] });

const read = (text: string) => entriesOfJson(text, FIELDS, ENTRIES);

test("what is written is read as it was, and a secret is covered but kept", () => {
  const text = jsonOf(FIELDS, ENTRIES);
  expect(text).not.toContain("hidden");
  expect(confOf(read(text) ?? {})).toEqual({ count: 3, key: "hidden", must: "x", more: [1] });
  expect(confOf(read('{"key": "other"}') ?? {})["key"]).toBe("other");
});

test("what is left out means its default, and is missed where there is none", () => {
  const entries = read('{"count": 10}') ?? {};
  expect(confOf(entries)).toEqual({ count: 10, key: "hidden" });
  const wrong = FIELDS.map((field) => [field.name, problemOf(field, entries[field.name])?.code]);
  expect(wrong).toEqual([
    ["count", "max"],
    ["key", undefined],
    ["must", "required"],
  ]);
});

test("a text that is no object is not read", () => {
  expect([read("{"), read("[1]"), read("null")]).toEqual([null, null, null]);
  expect(confOf(read(" ") ?? {})).toEqual({ count: 3, key: "hidden" });
});
