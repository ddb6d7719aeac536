import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { checkAgainstSchema, type JsonSchema } from "./json-schema.ts";

function problems(value: Json, schema: JsonSchema): string[] {
  return checkAgainstSchema(value, schema).map(({ path, message }) => `${path} ${message}`.trim());
}

const pet: JsonSchema = {
  oneOf: [
    {
      type: "object",
      properties: { kind: { const: "cat" }, lives: { type: "integer", minimum: 0 } },
      required: ["kind", "lives"],
    },
    { type: "object", properties: { kind: { const: "fish" } }, required: ["kind"], additionalProperties: false },
  ],
};

test.each<[Json, JsonSchema, string[]]>([
  ["x", { type: "string" }, []],
  [5, { type: "string" }, ["must be a string, is 5"]],
  [null, { type: "object" }, ["must be an object, is null"]],
  [[], { type: "object" }, ["must be an object, is []"]],
  [{}, { type: "array" }, ["must be an array, is {}"]],
  [1.5, { type: "integer" }, ["must be an integer, is 1.5"]],
  [1.5, { type: "number" }, []],
  [-1, { type: "number", minimum: 0 }, ["must be at least 0, is -1"]],
  ["", { type: "string", minLength: 1 }, ["must not be empty"]],
  ["ab", { type: "string", pattern: "^a$" }, ['must be like ^a$, is "ab"']],
  ["c", { enum: ["a", "b"] }, ['must be one of a, b, is "c"']],
  [2, { const: 1 }, ["must be 1, is 2"]],
  [[], { type: "array", minItems: 1 }, ["must have at least 1 item(s)"]],
  [["a", 1], { type: "array", items: { type: "string" } }, ["[1] must be a string, is 1"]],
  [{ a: { b: 1 } }, { properties: { a: { properties: { b: { type: "string" } } } } }, ["a.b must be a string, is 1"]],
  [{}, { type: "object", required: ["a"] }, ["a is missing"]],
  [{ toString: 1 }, { type: "object", properties: {}, additionalProperties: false }, ["toString is not a known field"]],
  [{ a: 1 }, { type: "object", additionalProperties: { type: "string" } }, ["a must be a string, is 1"]],
  [{ kind: "cat", lives: 9 }, pet, []],
  [{ kind: "cat", lives: -1 }, pet, ["lives must be at least 0, is -1"]],
  [{ kind: "dog" }, pet, ["kind must be one of cat, fish"]],
  [7, { oneOf: [{ type: "string" }, { type: "boolean" }] }, ["must be a string, is 7"]],
])("%j against %j: %j", (value, schema, expected) => {
  expect(problems(value, schema)).toEqual(expected);
});

test("all problems are told, not the first alone", () => {
  const schema: JsonSchema = {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "string" } },
    required: ["c"],
  };
  expect(problems({ a: 1, b: 2 }, schema)).toHaveLength(3);
});

test("a long value is cut in the message", () => {
  expect(problems("x".repeat(1_000), { type: "number" })[0]?.length).toBeLessThan(100);
});
