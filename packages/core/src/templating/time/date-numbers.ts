/** Which of the numbers of a written date is the year, the month, the day. */
import { raise } from "../errors.ts";
import { daysInMonth } from "./civil.ts";

export interface DateOrder {
  readonly dayFirst: boolean;
  readonly yearFirst: boolean;
}

type Label = "year" | "month" | "day";

export interface YearMonthDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export class DateNumbers {
  readonly #values: number[] = [];
  readonly #labels = new Map<Label, number>();
  /** The year had four digits. */
  centurySpecified = false;

  get count(): number {
    return this.#values.length;
  }

  /** A number, or its digits: more than two digits make a year. */
  add(value: string | number, label?: Label): void {
    const long = typeof value === "string" ? /^\d{3,}$/.test(value) : value > 100;
    if (long) this.centurySpecified = true;
    if (long && label !== undefined && label !== "year") raise("ParserError", `${value} is no ${label}`);
    const named = long ? "year" : label;
    if (typeof value === "string" && !/^\d+$/.test(value)) raise("ParserError", `${value} is no number`);
    if (named !== undefined && this.#labels.has(named)) raise("ParserError", `${named} is already set`);
    if (named !== undefined) this.#labels.set(named, this.#values.length);
    this.#values.push(Number(value));
  }

  couldBeDay(value: number): boolean {
    if (this.#labels.has("day")) return false;
    const month = this.#labels.get("month");
    if (month === undefined) return value >= 1 && value <= 31;
    const year = this.#labels.get("year");
    return (
      value >= 1 &&
      value <= daysInMonth(year === undefined ? 2000 : (this.#values[year] as number), this.#values[month] as number)
    );
  }

  resolve(order: DateOrder): YearMonthDay {
    const values = this.#values;
    if (values.length > 3) raise("ParserError", "More than three YMD values");
    const labelled = this.#labels.size;
    if ((values.length === labelled && labelled > 0) || (values.length === 3 && labelled === 2))
      return this.#byLabels();
    const month = this.#labels.get("month");
    if (values.length === 1 || (month !== undefined && values.length === 2)) return this.#single(month);
    if (values.length === 2) return pair(values as [number, number], order);
    return values.length === 3 ? this.#triple(values as [number, number, number], order) : {};
  }

  #byLabels(): YearMonthDay {
    const labels = new Map(this.#labels);
    if (this.#values.length === 3 && labels.size === 2) {
      const missing = (["year", "month", "day"] as const).find((label) => !labels.has(label)) as Label;
      const taken = [...labels.values()];
      labels.set(missing, [0, 1, 2].find((index) => !taken.includes(index)) as number);
    }
    return Object.fromEntries([...labels].map(([label, index]) => [label, this.#values[index]]));
  }

  #single(month: number | undefined): YearMonthDay {
    const other = this.#values.find((_, index) => index !== month);
    const named = month === undefined ? {} : { month: this.#values[month] as number };
    if (other === undefined) return named;
    return other > 31 ? { ...named, year: other } : { ...named, day: other };
  }

  #triple([a, b, c]: readonly [number, number, number], { dayFirst, yearFirst }: DateOrder): YearMonthDay {
    switch (this.#labels.get("month")) {
      case 0:
        return b > 31 ? { month: a, year: b, day: c } : { month: a, day: b, year: c };
      case 1:
        return a > 31 || (yearFirst && c <= 31) ? { year: a, month: b, day: c } : { day: a, month: b, year: c };
      case 2:
        return b > 31 ? { day: a, year: b, month: c } : { year: a, day: b, month: c };
      default:
    }
    if (a > 31 || this.#labels.get("year") === 0 || (yearFirst && b <= 12 && c <= 31)) {
      return dayFirst && c <= 12 ? { year: a, day: b, month: c } : { year: a, month: b, day: c };
    }
    return a > 12 || (dayFirst && b <= 12) ? { day: a, month: b, year: c } : { month: a, day: b, year: c };
  }
}

function pair([a, b]: readonly [number, number], { dayFirst }: DateOrder): YearMonthDay {
  if (a > 31) return { year: a, month: b };
  if (b > 31) return { month: a, year: b };
  return dayFirst && b <= 12 ? { day: a, month: b } : { month: a, day: b };
}
