import fc from "fast-check";
import { expect, test } from "vitest";
import { raise } from "../errors.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import { equal, reprOf } from "../python/protocol.ts";
import { PyTuple } from "../python/sequence.ts";
import type { PyValue } from "../python/value.ts";
import { readLiteral } from "./python-literal.ts";
import { Rendering } from "./rendering.ts";

const rt = new Rendering({
  style: "python",
  native: true,
  fuel: Number.POSITIVE_INFINITY,
  context: () => undefined,
  globals: () => undefined,
  filters: () => undefined,
  tests: () => undefined,
  now: undefined,
  random: undefined,
  load: (name) => raise("TemplateNotFound", name),
});

const literals = fc.letrec<{ value: PyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<PyValue>(null, true, false),
    fc.bigInt(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => new PyList(items)),
    fc.array(tie("value"), { maxLength: 4 }).map((items) => new PyTuple(items)),
    fc.array(fc.tuple(fc.string(), tie("value")), { maxLength: 4 }).map((pairs) => PyDict.of(pairs, rt)),
  ),
})).value;

test("what repr prints reads back as the same value", () => {
  fc.assert(
    fc.property(literals, (value) => {
      expect(equal(readLiteral(reprOf(value, rt), rt), value, rt)).toBe(true);
    }),
  );
});

test.each(["", "abc", "[1", "01", "1 2", "foo()", "--5", " 1", "{'a': true}", "f'x'"])("%s is no literal", (text) => {
  expect(() => readLiteral(text, rt)).toThrow();
});
