/**
 * The first place in `value` that JSON would not give back as it is, in words; null: there is none. Without this a
 * parameter that is a date or a function would be another one when the task runs. Fields that are undefined are none.
 */
export function jsonTrouble(value: unknown, path: string, above: readonly unknown[] = []): string | null {
  if (value === null || typeof value === "string" || typeof value === "boolean") return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (typeof value !== "object") return `${path} is of type ${typeof value}`;
  if (above.includes(value)) return `${path} contains itself`;
  const isArray = Array.isArray(value);
  if (!isArray && !isPlain(value)) return `${path} is a value of ${value.constructor?.name ?? "a class"}`;
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined && !isArray) continue;
    const inner = isArray ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
    const trouble = jsonTrouble(item, inner, [...above, value]);
    if (trouble !== null) return trouble;
  }
  return null;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
