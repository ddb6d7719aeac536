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

test("secrets inside are covered too, and each finds its place again", () => {
  const login = {
    type: "object",
    properties: { user: { type: "string" }, key: { type: "string", format: "password" } },
  };
  const params = {
    login: { value: { user: "rin", key: "first" }, schema: login, description: null },
    hosts: { value: [{ key: "second" }, { key: "third" }], schema: { type: "array", items: login }, description: null },
    way: {
      value: { key: "fourth" },
      schema: { oneOf: [{ type: "string" }, { ...login, required: ["key"] }] },
      description: null,
    },
  };
  const [fields, entries] = [fieldsOf(params), entriesOf(params, {})];
  const text = jsonOf(fields, entries);
  expect(text).not.toMatch(/first|second|third|fourth/);
  const conf = JSON.parse(text) as { readonly hosts: readonly unknown[] };
  const written = JSON.stringify({ ...conf, hosts: conf.hosts.slice(1) });
  expect(confOf(entriesOfJson(written, fields, entries) ?? {})).toEqual({
    login: { user: "rin", key: "first" },
    hosts: [{ key: "third" }],
    way: { key: "fourth" },
  });
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
