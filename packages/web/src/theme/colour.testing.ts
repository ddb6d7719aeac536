/** Colours as eyes see them: contrast by WCAG 2.2, and differences as people see them who do not tell red from green, or blue from yellow. */

type Triple = readonly [number, number, number];

/** @param hex `#fff` or `#ffffff` @returns linear light, 0 to 1 */
function linear(hex: string): Triple {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const channel = (at: number): number => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(linear(one)), luminance(linear(other))].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, complete deficiency, on linear light. */
const EYES = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export type Eyes = keyof typeof EYES;

export const ALL_EYES = Object.keys(EYES) as readonly Eyes[];

function seen(colour: Triple, eyes: Eyes): Triple {
  const of = EYES[eyes];
  const row = (at: number): number => {
    const sum = (of[at] ?? 0) * colour[0] + (of[at + 1] ?? 0) * colour[1] + (of[at + 2] ?? 0) * colour[2];
    return Math.min(1, Math.max(0, sum));
  };
  return [row(0), row(3), row(6)];
}

function lab([red, green, blue]: Triple): Triple {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047;
  const y = luminance([red, green, blue]);
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883;
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

/** CIE 1976. */
export function difference(one: string, other: string, eyes: Eyes): number {
  const [a, b] = [lab(seen(linear(one), eyes)), lab(seen(linear(other), eyes))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
