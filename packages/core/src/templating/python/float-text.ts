/** Exact decimal forms of floats: `repr(float)`, and rounding half to even as Python's `round`, `%` and `format` do. */

/** `repr` of a float: the shortest text that reads back, with an exponent below 1e-4 and from 1e16. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa = "", exponentText = "0"] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) return `${mantissa}e${signedExponent(exponent)}`;
  const negative = mantissa.startsWith("-");
  const digits = mantissa.replace("-", "").replace(".", "");
  return (negative ? "-" : "") + placePoint(digits, exponent);
}

/** An exponent as Python writes it: a sign and at least two digits. */
export function signedExponent(exponent: number): string {
  return (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(2, "0");
}

function placePoint(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/** The float as an exact fraction; the denominator is a power of two. */
export function exactFraction(value: number): { readonly numerator: bigint; readonly denominator: bigint } {
  let mantissa = value;
  let shift = 0n;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift += 1n;
  }
  return { numerator: BigInt(mantissa), denominator: 1n << shift };
}

/** `numerator / denominator` to the nearest integer, halves to even; the denominator is positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  let quotient = numerator / denominator;
  let rest = numerator % denominator;
  if (rest < 0n) {
    rest += denominator;
    quotient -= 1n;
  }
  const twice = rest * 2n;
  if (twice > denominator || (twice === denominator && quotient % 2n !== 0n)) quotient += 1n;
  return quotient;
}

/** `round(|value| * 10 ** places)` exactly; `places` may be negative. `value` is finite. */
function scaledDigits(value: number, places: number): bigint {
  const { numerator, denominator } = exactFraction(Math.abs(value));
  return places >= 0
    ? divideHalfEven(numerator * 10n ** BigInt(places), denominator)
    : divideHalfEven(numerator, denominator * 10n ** BigInt(-places));
}

/** The digits of `%f`: no sign, `places` decimals. */
export function fixedDigits(value: number, places: number): string {
  const digits = scaledDigits(value, places)
    .toString()
    .padStart(places + 1, "0");
  if (places === 0) return digits;
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `precision + 1` significant digits and the decimal exponent, as `%e` needs them. */
export function significantDigits(
  value: number,
  precision: number,
): { readonly digits: string; readonly exponent: number } {
  if (value === 0) return { digits: "0".repeat(precision + 1), exponent: 0 };
  let exponent = Number(Math.abs(value).toExponential().split("e")[1]);
  let digits = scaledDigits(value, precision - exponent).toString();
  if (digits.length > precision + 1) {
    exponent += 1;
    digits = scaledDigits(value, precision - exponent).toString();
  }
  return { digits, exponent };
}

/** `round(value, places)` of a float. */
export function roundFloat(value: number, places: number): number {
  if (!Number.isFinite(value) || value === 0 || places > 330) return value;
  const scaled = scaledDigits(value, places);
  const magnitude = Number(`${scaled}e${-places}`);
  return value < 0 ? -magnitude : magnitude;
}
