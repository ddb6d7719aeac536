/** Python's slices and sequence indexes. */
import { raise } from "../errors.ts";
import { typeName } from "./protocol.ts";
import { PyObject, type PyValue } from "./value.ts";

/** `start:stop:step` between brackets; null where a part was left out. */
export class PySlice extends PyObject {
  readonly typeName = "slice";
  readonly start: PyValue;
  readonly stop: PyValue;
  readonly step: PyValue;

  constructor(start: PyValue, stop: PyValue, step: PyValue) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override repr(): string {
    return "slice";
  }

  /** The indexes of a sequence of that length that the slice takes, in order. */
  indexes(length: number): number[] {
    const step = part(this.step, 1);
    if (step === 0) raise("ValueError", "slice step cannot be zero");
    const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
    const start = clamp(part(this.start, null), step > 0 ? lowest : highest, { length, lowest, highest });
    const stop = clamp(part(this.stop, null), step > 0 ? highest : lowest, { length, lowest, highest });
    const taken: number[] = [];
    for (let i = start; step > 0 ? i < stop : i > stop; i += step) taken.push(i);
    return taken;
  }
}

function part(value: PyValue, byDefault: number): number;
function part(value: PyValue, byDefault: null): number | null;
function part(value: PyValue, byDefault: number | null): number | null {
  if (value === null) return byDefault;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return Number(value);
  return raise("TypeError", "slice indices must be integers or None or have an __index__ method");
}

function clamp(
  index: number | null,
  byDefault: number,
  bounds: { readonly length: number; readonly lowest: number; readonly highest: number },
): number {
  if (index === null) return byDefault;
  const absolute = index < 0 ? index + bounds.length : index;
  return Math.min(Math.max(absolute, bounds.lowest), bounds.highest);
}

/** The position that `sequence[key]` means. @throws TypeError or IndexError as Python does. */
export function positionOf(key: PyValue, length: number, type: string): number {
  if (typeof key !== "bigint" && typeof key !== "boolean") {
    return raise("TypeError", `${type} indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = Number(key);
  const position = index < 0 ? index + length : index;
  if (position < 0 || position >= length) raise("IndexError", `${type} index out of range`);
  return position;
}
