import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonTrouble } from "./json-trouble.ts";

test("what JSON gives back unchanged has no trouble", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => jsonTrouble(value, "") === null));
});

test.each([
  [{ a: new Date(0) }, "a is a value of Date"],
  [{ a: [1, new Map()] }, "a[1] is a value of Map"],
  [{ a: { b: () => 1 } }, "a.b is of type function"],
  [{ a: 10n }, "a is of type bigint"],
  [{ a: Number.NaN }, "a is NaN"],
  [{ a: Infinity }, "a is Infinity"],
  [[undefined], "[0] is of type undefined"],
  [{ a: Symbol("x") }, "a is of type symbol"],
])("%o is refused", (value, trouble) => {
  expect(jsonTrouble(value, "")).toBe(trouble);
});

test("a field that is undefined is as good as none", () => {
  expect(jsonTrouble({ a: undefined }, "")).toBeNull();
});

test("a value inside itself is refused, the same value twice is not", () => {
  const loop: { self?: object } = {};
  loop.self = loop;
  expect(jsonTrouble({ loop }, "")).toBe("loop.self contains itself");
  const shared = { n: 1 };
  expect(jsonTrouble([shared, shared], "")).toBeNull();
});
