import { expect, test } from "vitest";
import { ariaSort, type Column, nextSort, shownColumns } from "./column.ts";

const column = (id: string, more: Partial<Column<null>> = {}): Column<null> => ({
  id,
  title: id,
  track: "1fr",
  draw: () => null,
  ...more,
});
const COLUMNS = [
  column("switch", { isFixed: true, card: "side" }),
  column("name", { card: "title" }),
  column("wide", { from: 1200 }),
  column("extra", { isExtra: true }),
];
const idsOf = (columns: readonly Column<null>[]) => columns.map(({ id }) => id);

test("a list that is wide enough shows all but what must be chosen", () => {
  expect(idsOf(shownColumns(COLUMNS, undefined, 1400))).toEqual(["switch", "name", "wide"]);
  expect(idsOf(shownColumns(COLUMNS, undefined, 900))).toEqual(["switch", "name"]);
});

test("what somebody chose is shown at any width, in that order, and what cannot be hidden with it", () => {
  expect(idsOf(shownColumns(COLUMNS, ["extra", "wide", "gone"], 900))).toEqual(["switch", "extra", "wide"]);
});

test("a card has what belongs on it, whatever was chosen", () => {
  expect(idsOf(shownColumns(COLUMNS, ["extra"], 390))).toEqual(["switch", "name"]);
});

test("a column sorts downwards, then upwards, and says which", () => {
  expect(nextSort(undefined, "start")).toBe("-start");
  expect(nextSort("-start", "start")).toBe("start");
  expect(nextSort("-other", "start")).toBe("-start");
  expect(ariaSort("-start", "start")).toBe("descending");
  expect(ariaSort("start", "start")).toBe("ascending");
  expect(ariaSort("-start", "other")).toBeUndefined();
  expect(ariaSort("-start", undefined)).toBeUndefined();
});
