/** The methods and attributes of `int`, `float` and `bool`. */
import { exactFraction } from "./float-text.ts";
import { boundMethod, method, methods } from "./function.ts";
import { PyTuple } from "./sequence.ts";
import type { PyValue } from "./value.ts";

const INT_METHODS = methods<bigint>({
  bit_length: method({}, (self) => BigInt((self < 0n ? -self : self).toString(2).length) - (self === 0n ? 1n : 0n)),
  bit_count: method({}, (self) => BigInt((self < 0n ? -self : self).toString(2).replaceAll("0", "").length)),
  conjugate: method({}, (self) => self),
  as_integer_ratio: method({}, (self) => new PyTuple([self, 1n])),
});

const FLOAT_METHODS = methods<number>({
  is_integer: method({}, (self) => Number.isInteger(self)),
  conjugate: method({}, (self) => self),
  as_integer_ratio: method({}, (self) => {
    const { numerator, denominator } = exactFraction(self);
    return new PyTuple([numerator, denominator]);
  }),
});

/** An attribute of a number, or undefined. */
export function numberAttribute(value: bigint | number | boolean, name: string): PyValue | undefined {
  const number = typeof value === "boolean" ? BigInt(value) : value;
  if (typeof number === "number") {
    if (name === "real") return number;
    return name === "imag" ? 0 : boundMethod(FLOAT_METHODS, name, number);
  }
  if (name === "real" || name === "numerator") return number;
  if (name === "imag") return 0n;
  return name === "denominator" ? 1n : boundMethod(INT_METHODS, name, number);
}
