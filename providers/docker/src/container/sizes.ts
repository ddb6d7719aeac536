/** Amounts of memory as Docker's command line takes them. */
const FACTORS: { readonly [unit: string]: number } = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes of `512m`, `1.5g`, `1024` or a number; -1 stays. Throws in words. */
export function bytesOf(size: string | number): number {
  if (typeof size === "number") return Math.floor(size);
  const [, amount, unit = "b"] = /^\s*(-1|\d+(?:\.\d+)?)\s*([bkmgt])?(?:i?b)?\s*$/i.exec(size) ?? [];
  if (amount === undefined) throw new Error(`"${size}" is no size: write bytes, or a number with b, k, m or g`);
  return Math.floor(Number(amount) * (FACTORS[unit.toLowerCase()] ?? 1));
}

/** For people: `32 MiB`, `1.5 GiB`. */
export function sizeText(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(units.length - 1, bytes < 1024 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power]}`;
}
