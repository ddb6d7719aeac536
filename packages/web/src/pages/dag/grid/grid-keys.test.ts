import { expect, test } from "vitest";
import { moved, type Place } from "./grid-keys.ts";

const LETTERS = ["ss", "sf", "fs"];
const size = { rows: 2, columns: 3, letterAt: ({ row, column }: Place) => LETTERS[column]?.[row] ?? "-" };
const press = (from: Place, key: string, ctrlKey = false): Place | null => moved(from, { key, ctrlKey }, size);

test.each([
  ["ArrowDown", { row: 1, column: 1 }],
  ["ArrowUp", { row: 0, column: 1 }],
  ["ArrowLeft", { row: 0, column: 0 }],
  ["ArrowRight", { row: 0, column: 2 }],
  ["Home", { row: 0, column: 0 }],
  ["End", { row: 0, column: 2 }],
  ["PageDown", { row: 1, column: 1 }],
])("%s moves within the grid", (key, to) => {
  expect(press({ row: 0, column: 1 }, key)).toEqual(to);
});

test("Ctrl-End is the last corner", () =>
  expect(press({ row: 0, column: 0 }, "End", true)).toEqual({ row: 1, column: 2 }));

test("n goes from failure to failure and begins again, N goes back", () => {
  expect(press({ row: 0, column: 0 }, "n")).toEqual({ row: 1, column: 1 });
  expect(press({ row: 1, column: 1 }, "n")).toEqual({ row: 0, column: 2 });
  expect(press({ row: 0, column: 2 }, "n")).toEqual({ row: 1, column: 1 });
  expect(press({ row: 0, column: 2 }, "N")).toEqual({ row: 1, column: 1 });
});

test("another key is left alone", () => expect(press({ row: 0, column: 0 }, "x")).toBeNull());
