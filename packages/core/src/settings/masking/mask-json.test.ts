import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../json.ts";
import { createMasker } from "./masker.ts";
import { maskJson } from "./mask-json.ts";

const MASKERS = [createMasker(["s3cret-pass"]), createMasker(["4711424242"])];

test("known secrets are hidden wherever they stand, and everything under a sensitive name", () => {
  const value = {
    url: "postgres://etl:s3cret-pass@db/sales",
    rows: [1, 4711424242, { token: "anything", nested: { password: { deep: [1] } } }],
    "s3cret-pass": true,
    none: null,
  };
  expect(maskJson("return_value", value, MASKERS)).toEqual({
    url: "postgres://etl:***@db/sales",
    rows: [1, "***", { token: "***", nested: { password: "***" } }],
    "***": true,
    none: null,
  });
});

test("under a sensitive name nothing of a value is shown, but that there is none", () => {
  expect(maskJson("api_key", { a: 1 }, [])).toBe("***");
  expect(maskJson("api_key", 12, [])).toBe("***");
  expect(maskJson("api_key", null, [])).toBeNull();
});

test("a value without secrets stays as it is, and no value is changed in its place", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const before = JSON.stringify(value);
      const plain = fc.stringify(value).match(/s3cret|4711/) === null;
      const shown = maskJson("rows", value as Json, [createMasker(["s3cret-pass"])]);
      expect(JSON.stringify(value)).toBe(before);
      if (plain && !before.match(/token|secret|pass|api|key|auth|prox|service/i)) expect(shown).toEqual(value);
    }),
  );
});
