import { expect, test } from "vitest";
import { formatRows, readFormat } from "./output.ts";

const ROWS = [
  { id: "a", state: "success", note: null },
  { id: "日本", state: "failed", note: "two\nlines" },
];

test("a table lines up, also with wide characters", async () => {
  expect(await formatRows(ROWS, ["id", "state", "note"], "table")).toBe(
    "id   | state   | note\n=====+=========+==========\na    | success |\n日本 | failed  | two lines\n",
  );
});

test("plain is the table without its lines, json and yaml are whole rows", async () => {
  expect(await formatRows(ROWS, ["id"], "plain")).toBe("id\na\n日本\n");
  expect(JSON.parse(await formatRows(ROWS, ["id"], "json"))).toEqual(ROWS);
  expect(await formatRows(ROWS.slice(0, 1), ["id"], "yaml")).toBe("- id: a\n  state: success\n  note: null\n");
});

test("an empty table says so, empty json is a list", async () => {
  expect(await formatRows([], ["id"], "table")).toBe("No data found\n");
  expect(await formatRows([], ["id"], "json")).toBe("[]\n");
});

test("an unknown format is refused with the known ones", () => {
  expect(() => readFormat("xml")).toThrow(/table, json, yaml, plain/);
});

test("a list in a cell is its elements, an object its JSON", async () => {
  const rows = [{ owners: ["airflow", "data"], asset: { id: 1 } }];
  expect(await formatRows(rows, ["owners", "asset"], "plain")).toBe('owners        asset\nairflow, data {"id":1}\n');
});
