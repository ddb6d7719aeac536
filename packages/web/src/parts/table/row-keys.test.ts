import { expect, test } from "vitest";
import { movedRow } from "./row-keys.ts";

const HELD = { ctrlKey: false, metaKey: false, altKey: false };
const press = (at: number, key: string) => movedRow(at, { ...HELD, key }, 50);

test("the arrows go to the next and the last row, and stop at the ends", () => {
  expect([press(0, "ArrowDown"), press(49, "ArrowDown"), press(1, "ArrowUp"), press(0, "ArrowUp")]).toEqual([
    1, 49, 0, 0,
  ]);
  expect([press(5, "End"), press(5, "Home"), press(0, "PageDown"), press(45, "PageDown")]).toEqual([49, 0, 20, 49]);
});

test("other keys mean nothing, nor does one with Ctrl, nor any in an empty list", () => {
  expect(press(0, "q")).toBeNull();
  expect(movedRow(0, { ...HELD, key: "ArrowDown", ctrlKey: true }, 50)).toBeNull();
  expect(movedRow(0, { ...HELD, key: "ArrowDown" }, 0)).toBeNull();
});
