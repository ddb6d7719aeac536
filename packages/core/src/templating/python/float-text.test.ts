import fc from "fast-check";
import { expect, test } from "vitest";
import { exactFraction, fixedDigits, floatRepr, roundFloat } from "./float-text.ts";

const floats = fc.double({ noNaN: true, noDefaultInfinity: true });

test("repr reads back as the same float", () => {
  fc.assert(
    fc.property(floats, (value) => {
      expect(Number(floatRepr(value))).toBe(value);
    }),
  );
});

test("repr always looks like a float", () => {
  fc.assert(
    fc.property(floats, (value) => {
      expect(floatRepr(value)).toMatch(/\.|e/);
    }),
  );
});

test("the exact fraction is the float", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-5, max: 1e15 }), (value) => {
      const { numerator, denominator } = exactFraction(value);
      expect(Number(numerator) / Number(denominator)).toBe(value);
    }),
  );
});

test("decimals are never further than half a unit from the float", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: 0, max: 1e6 }), fc.nat({ max: 6 }), (value, places) => {
      const off = Math.abs(Number(fixedDigits(value, places)) - value);
      expect(off).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-9));
    }),
  );
});

test.each([
  [0.5, 0, 0],
  [1.5, 0, 2],
  [2.5, 0, 2],
  [2.675, 2, 2.67],
  [1234.5, -2, 1200],
  [-2.5, 0, -2],
])("%d rounded to %d places is %d: halves go to even, exactly", (value, places, expected) => {
  expect(roundFloat(value, places)).toBe(expected);
});
