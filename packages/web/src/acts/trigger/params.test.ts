/** Fields of params, and what is typed into them. */
import { expect, test } from "vitest";
import { changedConf, confOf, entriesOf, entryOf, fieldsOf, type ParamField, sectionsOf, typedOf } from "./params.ts";
import { problemOf } from "./param-problems.ts";

const PARAMS = {
  name: { value: "world", schema: { type: "string" }, description: "Whom" },
  text: { value: "a\nb", schema: { type: "string", format: "multiline" }, description: null },
  count: { value: 3, schema: { type: "integer", minimum: 1, maximum: 9 }, description: null },
  ratio: { value: 0.5, schema: { type: "number" }, description: null },
  isOn: { value: true, schema: { type: "boolean" }, description: null },
  day: { value: "2026-01-01", schema: { type: "string", format: "date", pattern: "^x$" }, description: null },
  at: {
    value: null,
    schema: { anyOf: [{ type: "string", format: "date-time" }, { type: "null" }] },
    description: null,
  },
  hour: { value: "03:00:00", schema: { type: "string", format: "time" }, description: null },
  size: { value: "s", schema: { type: "string", enum: ["s", "m"], section: "Shape" }, description: null },
  tags: { value: ["x"], schema: { type: "array", items: { type: "string", enum: ["x", "y"] } }, description: null },
  files: { value: [], schema: { type: ["array", "null"], items: { type: "string" } }, description: null },
  more: { value: { a: 1 }, schema: { type: "object", section: "Shape" }, description: null },
  must: { value: null, schema: { type: "string", minLength: 2 }, description: null },
  kind: { value: "job", schema: { const: "job" }, description: null },
};

const fields = fieldsOf(PARAMS);
const field = (name: string): ParamField => fields.find((each) => each.name === name) as ParamField;

test("each kind of param has its field, and what is constant has none", () => {
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ["name", "text"],
    ["text", "lines"],
    ["count", "integer"],
    ["ratio", "number"],
    ["isOn", "boolean"],
    ["day", "date"],
    ["at", "datetime"],
    ["hour", "time"],
    ["size", "choice"],
    ["tags", "choices"],
    ["files", "list"],
    ["more", "json"],
    ["must", "text"],
  ]);
  expect(field("at")).toMatchObject({ nullable: true, required: false });
  expect(field("must")).toMatchObject({ nullable: false, required: true });
  expect(sectionsOf(fields).map(([section, all]) => [section, all.length])).toEqual([
    [null, 11],
    ["Shape", 2],
  ]);
});

test("untouched, a run is given the defaults, and nothing for what has none", () => {
  const conf = confOf(entriesOf(PARAMS));
  expect(conf).toMatchObject({ name: "world", at: null, kind: "job", files: [] });
  expect(conf).not.toHaveProperty("must");
  expect(confOf(entriesOf(PARAMS, { must: "xx", extra: 1, files: null }))).toMatchObject({
    must: "xx",
    extra: 1,
    at: null,
    files: null,
  });
});

test("a run that repeats another is given what that was, and what is different", () => {
  const copied = { must: "xx" };
  const initial = entriesOf(PARAMS, copied);
  expect(changedConf(initial, initial, copied)).toEqual(copied);
  expect(changedConf({ ...initial, name: { value: "sato" }, must: { value: "yy" } }, initial, copied)).toEqual({
    must: "yy",
    name: "sato",
  });
  expect(changedConf({ ...initial, must: { empty: true } }, initial, copied)).toEqual({});
});

test("what is typed is read by its kind, and what cannot be read stays as it was typed", () => {
  expect(entryOf(field("count"), "4")).toEqual({ value: 4 });
  expect(entryOf(field("count"), "4x")).toEqual({ unread: "4x" });
  expect(typedOf(entryOf(field("count"), "4x"))).toBe("4x");
  expect(entryOf(field("more"), '{"b": [1]}')).toEqual({ value: { b: [1] } });
  expect(entryOf(field("more"), "{")).toEqual({ unread: "{" });
  expect(entryOf(field("at"), "")).toEqual({ value: null });
  expect(entryOf(field("name"), "")).toEqual({ value: "" });
  expect(entryOf(field("must"), "")).toEqual({ empty: true });
});

test("what is wrong at sight is said, with its limit", () => {
  expect(problemOf(field("must"), { empty: true })).toEqual({ code: "required" });
  expect(problemOf(field("must"), { value: "x" })).toEqual({ code: "short", limit: 2 });
  expect(problemOf(field("count"), { value: 1.5 })).toEqual({ code: "integer" });
  expect(problemOf(field("count"), { value: 10 })).toEqual({ code: "max", limit: 9 });
  expect(problemOf(field("count"), { unread: "x" })).toEqual({ code: "number" });
  expect(problemOf(field("more"), { unread: "{" })).toEqual({ code: "json" });
  expect(problemOf(field("day"), { value: "2026-01-01" })).toBeNull();
  expect(problemOf(field("at"), { value: null })).toBeNull();
});
