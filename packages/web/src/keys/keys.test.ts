import { expect, test } from "vitest";
import { isSingle, KEYS, keyOf } from "./keys.ts";

const plain = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false });

test("no key means two things", () => expect(new Set(KEYS.map(({ key }) => key)).size).toBe(KEYS.length));

test("a pair is its second key soon after the first", () => {
  expect(keyOf(plain("g"), null)).toEqual({ first: "g" });
  expect(keyOf(plain("d"), "g")).toBe("g d");
  expect(keyOf(plain("d"), null)).toBeNull();
});

test("a second key that makes no pair means what it means alone", () => expect(keyOf(plain("c"), "g")).toBe("c"));

test("upper and lower case are two keys, but not with Ctrl or Command", () => {
  expect([keyOf(plain("e"), null), keyOf(plain("E"), null)]).toEqual(["e", "E"]);
  expect(keyOf({ ...plain("K"), metaKey: true }, null)).toBe("mod+k");
  expect(keyOf({ ...plain("c"), ctrlKey: true }, null)).toBeNull();
});

test("keys of one character can be switched off, the palette's cannot", () => {
  expect([isSingle("c"), isSingle("g h"), isSingle("?"), isSingle("mod+k"), isSingle("Escape")]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
