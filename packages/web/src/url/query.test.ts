import { expect, test } from "vitest";
import { parseQuery, writeQuery } from "./query.ts";

test("what has several values is named several times", () => {
  const values = { state: ["failed", "running"], q: "orders & more", paused: false, line: 12 };
  expect(writeQuery(values)).toBe("?state=failed&state=running&q=orders+%26+more&paused=false&line=12");
  expect(parseQuery(writeQuery(values))).toEqual(values);
});

test("a text that looks like a number comes back as it was", () => {
  expect(parseQuery("?q=007&r=1e3&s=12&t=")).toEqual({ q: "007", r: "1e3", s: 12, t: "" });
  expect(writeQuery({ q: "007" })).toBe("?q=007");
});

test("names of the language's own are names like others", () => {
  expect(writeQuery(parseQuery("?constructor=a&constructor=b"))).toBe("?constructor=a&constructor=b");
});

test("nothing is nothing", () => {
  expect(writeQuery({ q: undefined })).toBe("");
  expect(parseQuery("")).toEqual({});
});
