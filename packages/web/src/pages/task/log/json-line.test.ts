import { expect, test } from "vitest";
import { readJsonLine } from "./json-line.ts";

test("a line of JSON is its message and its other fields", () => {
  expect(readJsonLine('{"level":"WARN","msg":"slow","ms":12,"of":{"a":1}}')).toEqual({
    message: "slow",
    level: "warn",
    fields: [
      ["ms", "12"],
      ["of", '{"a":1}'],
    ],
  });
});

test("without a message there are the fields alone", () => {
  expect(readJsonLine('{"rows":3}')).toEqual({ message: "", level: null, fields: [["rows", "3"]] });
});

test.each(["", "{", "{no json}", "[1]", "plain"])("%j is no line of JSON", (text) => {
  expect(readJsonLine(text)).toBeNull();
});
