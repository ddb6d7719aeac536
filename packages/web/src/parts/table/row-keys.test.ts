import { expect, test } from "vitest";
import { movedRow } from "./row-keys.ts";

const HELD = { ctrlKey: false, metaKey: false, altKey: false };
const press = (at: number, key: string, singleKeys = true) => movedRow(at, { ...HELD, key }, { count: 50, singleKeys });

test("j and k go to the next and the last row, and stop at the ends", () => {
  expect([press(0, "j"), press(49, "j"), press(1, "k"), press(0, "k")]).toEqual([1, 49, 0, 0]);
  expect([press(0, "ArrowDown"), press(5, "End"), press(5, "Home"), press(0, "PageDown")]).toEqual([1, 49, 0, 20]);
});

test("letters mean nothing where they are switched off, and no key with Ctrl does", () => {
  expect(press(0, "j", false)).toBeNull();
  expect(press(0, "ArrowDown", false)).toBe(1);
  expect(movedRow(0, { ...HELD, key: "j", ctrlKey: true }, { count: 50, singleKeys: true })).toBeNull();
  expect(movedRow(0, { ...HELD, key: "j" }, { count: 0, singleKeys: true })).toBeNull();
});
