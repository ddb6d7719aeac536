import fc from "fast-check";
import { expect, test } from "vitest";
import { plan, readVariablesFile, variablesFile } from "./variables-file.ts";

const key = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text !== "__proto__");
const variable = fc.record({ key, value: fc.string(), description: fc.option(fc.string()) });

test("what is exported is imported as it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(variable, { minLength: 1, selector: (each) => each.key }), (variables) => {
      const read = readVariablesFile(variablesFile(variables));
      expect("variables" in read && read.variables).toHaveLength(variables.length);
      const known = new Map(variables.map((each) => [each.key, each]));
      if ("variables" in read) for (const each of read.variables) expect(each).toEqual(known.get(each.key));
    }),
  );
});

test("values that are no texts are kept as their JSON", () => {
  const read = readVariablesFile('{"a": {"host": "x"}, "b": 3, "c": {"value": [1], "description": "d"}}');
  expect(read).toEqual({
    variables: [
      { key: "a", value: '{"host":"x"}', description: null },
      { key: "b", value: "3", description: null },
      { key: "c", value: "[1]", description: "d" },
    ],
  });
});

test.each([
  ["{", "not_json"],
  ["[]", "not_object"],
  ["{}", "empty"],
  ['{"": "a"}', "bad_key"],
  ['{"a": null}', "bad_value"],
])("%s is refused with a reason", (text, code) => {
  expect(readVariablesFile(text)).toMatchObject({ problem: { code } });
});

test("the plan says what becomes of each", () => {
  const variables = ["a", "b"].map((name) => ({ key: name, value: "", description: null }));
  expect(plan(variables, new Set(["b"]), "skip")).toEqual([
    { key: "a", effect: "create" },
    { key: "b", effect: "skip" },
  ]);
});
