/** Params that consist of others, and what is typed into them. */
import { expect, test } from "vitest";
import { listOf, partsOf, rowsOf, shapeOf, usualRow, wholeOf } from "./nested-params.ts";
import { problemOf } from "./param-problems.ts";
import { entriesOf, entryOf, fieldsOf, type ParamField } from "./params.ts";

const HOST = {
  type: "object",
  properties: {
    kind: { const: "host" },
    name: { type: "string", minLength: 2 },
    port: { type: "integer", default: 22 },
  },
  required: ["kind", "name"],
};
const PARAMS = {
  host: { value: { kind: "host", name: "db", zone: "a" }, schema: HOST, description: null },
  hosts: { value: [], schema: { type: "array", items: HOST }, description: null },
  backup: { value: null, schema: { anyOf: [HOST, { type: "null" }] }, description: null },
  limit: { value: 3, schema: { oneOf: [{ const: "none" }, { type: "integer" }, HOST] }, description: null },
  free: { value: { a: 1 }, schema: { type: "object" }, description: null },
};

const fields = fieldsOf(PARAMS);
const field = (name: string): ParamField => fields.find((each) => each.name === name) as ParamField;
const entry = (name: string) => entriesOf(PARAMS)[name];

test("objects with properties, lists of them, and values of several kinds have fields of their own", () => {
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ["host", "object"],
    ["hosts", "rows"],
    ["backup", "object"],
    ["limit", "shapes"],
    ["free", "json"],
  ]);
  const inside = field("host").fields.map(({ name, kind, optional }) => [name, kind, optional]);
  expect(inside).toEqual([
    ["name", "text", false],
    ["port", "integer", true],
  ]);
  expect(field("limit").shapes.map(({ kind }) => kind)).toEqual(["choice", "integer", "object"]);
});

test("an object is made of its fields, its constants, and what nobody has a field for", () => {
  const parts = partsOf(field("host"), entry("host"));
  expect(parts).toEqual({ name: { value: "db" }, port: { empty: true } });
  const [, port] = field("host").fields;
  const changed = { ...parts, port: entryOf(port, "5432") };
  expect(wholeOf(field("host"), changed, entry("host"))).toEqual({
    value: { kind: "host", name: "db", zone: "a", port: 5432 },
  });
  expect(wholeOf(field("host"), { ...parts, port: { unread: "x" } }, entry("host"))).toEqual({ unread: "" });
  expect(wholeOf(field("backup"), partsOf(field("backup"), entry("backup")), undefined)).toEqual({ value: null });
});

test("a new row begins with its defaults, and a list waits for all its rows", () => {
  const row = usualRow(field("hosts"));
  expect(row).toEqual({ value: { kind: "host", port: 22 } });
  expect(rowsOf(listOf([row, { value: { name: "b" } }]))).toHaveLength(2);
  expect(listOf([row, { unread: "" }])).toEqual({ unread: "" });
});

test("of which kind a value is, is seen in the value", () => {
  const { shapes } = field("limit");
  expect([shapeOf(shapes, "none"), shapeOf(shapes, 3), shapeOf(shapes, { kind: "host", name: "db" })]).toEqual([
    0, 1, 2,
  ]);
  expect(shapeOf(shapes, "some")).toBe(-1);
});

test("what is wrong inside is said of the whole", () => {
  expect(problemOf(field("host"), entry("host"))).toBeNull();
  expect(problemOf(field("host"), { value: { kind: "host", name: "x" } })).toEqual({ code: "inside" });
  expect(problemOf(field("host"), { unread: "" })).toEqual({ code: "inside" });
  expect(problemOf(field("hosts"), { value: [{ name: "db" }, {}] })).toEqual({ code: "inside" });
  expect(problemOf(field("hosts"), { value: [{ name: "db", port: 1 }] })).toBeNull();
  expect(problemOf(field("limit"), { value: "some" })).toEqual({ code: "inside" });
  expect(problemOf(field("limit"), { value: 3 })).toBeNull();
});
