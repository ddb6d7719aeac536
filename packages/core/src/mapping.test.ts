import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import {
  mappedLength,
  type MappedPart,
  type MappedValue,
  type MappingSpec,
  mappingSources,
  partAt,
  type Returned,
} from "./mapping.ts";
import { MappingError, mappedValues, splitPart } from "./mapped-values.ts";

const RETURNED: { readonly [taskId: string]: readonly Json[] } = { files: ["a", "b", "c"], none: [], sizes: [1, 2] };
const returned: Returned = {
  lengthOf: (taskId) => RETURNED[taskId]?.length,
  elementOf: (taskId, index) => RETURNED[taskId]?.[index] as Json,
};
const list = (...values: Json[]): MappedValue => ({ kind: "list", values });
const output = (taskId: string): MappedValue => ({ kind: "output", taskId });
const over = (values: { readonly [name: string]: MappedValue }): MappingSpec => ({
  kind: "product",
  over: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** What every instance gets, functions of the DAG file putting an exclamation mark behind. */
function all(mapping: MappingSpec): unknown[] {
  const length = mappedLength(mapping, (taskId) => returned.lengthOf(taskId)) ?? 0;
  return Array.from({ length }, (_, index) => {
    const part = partAt("t", mapping, { index, returned });
    if (part === null) return null;
    const { inputs, params } = mappedValues(part, undefined, (element) => `${element as string}!`);
    return { ...inputs, ...params };
  });
}

test("several inputs give every combination, and the last one varies fastest", () => {
  expect(all(over({ x: list(1, 2), y: output("files") }))).toEqual([
    { x: 1, y: "a" },
    { x: 1, y: "b" },
    { x: 1, y: "c" },
    { x: 2, y: "a" },
    { x: 2, y: "b" },
    { x: 2, y: "c" },
  ]);
});

test("zip ends with the shortest, or with a filling with the longest", () => {
  const of = [output("files"), output("sizes")];
  expect(all(over({ x: { kind: "zip", of } }))).toEqual([{ x: ["a", 1] }, { x: ["b", 2] }]);
  expect(all(over({ x: { kind: "zip", of, fill: null } })).at(-1)).toEqual({ x: ["c", null] });
});

test("concat goes through one after the other, and map changes what it is laid over", () => {
  const mapped: MappedValue = { kind: "map", of: output("sizes") };
  const chained: MappedValue = { kind: "concat", of: [output("none"), mapped, output("files")] };
  expect(all(over({ x: chained }))).toEqual([{ x: "1!" }, { x: "2!" }, { x: "a" }, { x: "b" }, { x: "c" }]);
  const part = (index: number) => partAt("t", over({ x: chained }), { index, returned });
  const splits = [0, 2].map((index) => splitPart(part(index) as NonNullable<ReturnType<typeof part>>));
  expect(splits.map(({ known, inBundle }) => [known !== null, inBundle !== null])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("sets give their fields; an element that is no object is refused", () => {
  expect(all({ kind: "sets", of: list({ a: 1, b: 2 }, { a: 3 }) })).toEqual([{ a: 1, b: 2 }, { a: 3 }]);
  expect(() => all({ kind: "sets", of: output("sizes") })).toThrow(MappingError);
});

test("values of other tasks are told from those of the DAG file, whose templates are rendered", () => {
  const mapping: MappingSpec = {
    kind: "product",
    into: "params",
    over: [
      { name: "own", value: list("{{ ds }}") },
      { name: "foreign", value: { kind: "concat", of: [output("files")] } },
    ],
  };
  const part = partAt("t", mapping, { index: 0, returned }) as MappedPart;
  const { params, fromTasks } = mappedValues(part, undefined, (element) => element);
  expect(params).toEqual({ own: "{{ ds }}", foreign: "a" });
  expect([...fromTasks]).toEqual(["foreign"]);
});

test("a length that is not known leaves the whole unknown, and there is nothing beyond the end", () => {
  const mapping = over({ x: output("files"), y: output("unheard of") });
  expect(mappingSources(mapping)).toEqual(["files", "unheard of"]);
  expect(mappedLength(mapping, (taskId) => returned.lengthOf(taskId))).toBeUndefined();
  expect(partAt("t", mapping, { index: 0, returned })).toBeNull();
  expect(partAt("t", over({ x: output("sizes") }), { index: 2, returned })).toBeNull();
});

test("each index of a product is another combination", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), (lengths) => {
      const values = lengths.map((length, at) => [`n${at}`, list(...Array.from({ length }, (_, i) => i))] as const);
      const elements = all(over(Object.fromEntries(values)));
      expect(elements.length).toBe(lengths.reduce((a, b) => a * b));
      expect(new Set(elements.map((element) => JSON.stringify(element))).size).toBe(elements.length);
    }),
  );
});

test("a task in a mapped group takes the group's values by its own names", () => {
  const part = partAt("g", over({ x: output("files"), y: list(5) }), { index: 1, returned }) as MappedPart;
  expect(mappedValues(part, { file: "x" }, (element) => element).inputs).toEqual({ file: "b" });
});
