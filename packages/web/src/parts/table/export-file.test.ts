import { expect, test } from "vitest";
import type { Column } from "./column.ts";
import { csvOf, jsonOf } from "./export-file.ts";

interface Row {
  readonly name: string;
  readonly took: number | null;
}

const column = (id: string, text?: Column<Row>["text"]): Column<Row> => ({
  id,
  title: id,
  track: "1fr",
  draw: () => null,
  ...(text === undefined ? {} : { text }),
});
const COLUMNS = [column("name", ({ name }) => name), column("actions"), column("took", ({ took }) => took)];

test("a file of commas has a line a row, and only columns that are text", () => {
  const rows = [
    { name: '注文, "new"', took: -1.5 },
    { name: "a\nb", took: null },
  ];
  expect(csvOf(rows, COLUMNS)).toBe('\uFEFFname,took\r\n"注文, ""new""",-1.5\r\n"a\nb",\r\n');
});

test("a text that would be a formula stays a text", () => {
  expect(csvOf([{ name: "=cmd|' /C calc'!A0", took: 1 }], COLUMNS)).toContain("'=cmd|");
  expect(csvOf([{ name: "@SUM(A1)", took: 1 }], COLUMNS)).toContain("'@SUM");
});

test("the other file has the rows as the API answers them", () => {
  expect(JSON.parse(jsonOf([{ a: 1 }]))).toEqual([{ a: 1 }]);
});
