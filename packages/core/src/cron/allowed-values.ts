/** No allowed value lies in that direction. Smaller than every value of every field. */
export const NONE = -1;

/** The values that one field of a cron allows, with the nearest one in both directions looked up, not searched. */
export class AllowedValues {
  readonly first: number;
  readonly last: number;
  readonly #min: number;
  readonly #atOrAfter: Int16Array;
  readonly #atOrBefore: Int16Array;

  /** @param values at least one, all of them from `min` to `max` */
  constructor(values: ReadonlySet<number>, min: number, max: number) {
    const size = max - min + 1;
    this.#min = min;
    this.#atOrAfter = new Int16Array(size);
    this.#atOrBefore = new Int16Array(size);
    for (let index = 0, nearest = NONE; index < size; index++) {
      if (values.has(min + index)) nearest = min + index;
      this.#atOrBefore[index] = nearest;
    }
    for (let index = size - 1, nearest = NONE; index >= 0; index--) {
      if (values.has(min + index)) nearest = min + index;
      this.#atOrAfter[index] = nearest;
    }
    this.first = this.#atOrAfter[0] as number;
    this.last = this.#atOrBefore[size - 1] as number;
  }

  /** The smallest allowed value that is not below `value`, or `NONE`. */
  atOrAfter(value: number): number {
    return value <= this.#min ? this.first : (this.#atOrAfter[value - this.#min] ?? NONE);
  }

  /** The largest allowed value that is not above `value`, or `NONE`. */
  atOrBefore(value: number): number {
    return this.#atOrBefore[value - this.#min] ?? (value < this.#min ? NONE : this.last);
  }
}
