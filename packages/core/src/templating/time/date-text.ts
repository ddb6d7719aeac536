/** Reads dates that people write, as `dateutil.parser.parse` does: ISO 8601, `3 March 2026`, `03/04/2026 10:20 PM`, ... */
import { raise } from "../errors.ts";
import type { Civil } from "./civil.ts";
import { DateNumbers, type DateOrder } from "./date-numbers.ts";
import { clockUnitOf, halfOf, isJump, isUtcName, monthOf, splitDate, weekdayOf } from "./date-words.ts";

export interface ReadDate {
  /** Fields that the text gave; a year of two digits is still so. */
  readonly fields: Partial<Civil>;
  readonly centurySpecified: boolean;
  /** 0 for Monday; null: none was named. */
  readonly weekday: number | null;
  /** Seconds east of UTC; null: none was given. */
  readonly offsetSeconds: number | null;
}

/** @throws TemplateError of kind `ParserError` if the text is no date. */
export function readDate(text: string, order: DateOrder): ReadDate {
  const read = new DateReader(text).read(order);
  const empty = Object.keys(read.fields).length === 0 && read.weekday === null && read.offsetSeconds === null;
  return empty ? raise("ParserError", `String does not contain a date: ${text}`) : read;
}

class DateReader {
  readonly #words: string[];
  readonly #text: string;
  readonly #numbers = new DateNumbers();
  readonly #clock: { hour?: number; minute?: number; second?: number; microsecond?: number } = {};
  #at = 0;
  #weekday: number | null = null;
  #zone: string | null = null;
  #offset: number | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#words = splitDate(text);
  }

  read(order: DateOrder): ReadDate {
    for (; this.#at < this.#words.length; this.#at++) this.#word(this.#words[this.#at] as string);
    const offsetSeconds = this.#zone !== null && isUtcName(this.#zone) ? 0 : this.#offset;
    const fields = { ...this.#numbers.resolve(order), ...this.#clock };
    return { fields, centurySpecified: this.#numbers.centurySpecified, weekday: this.#weekday, offsetSeconds };
  }

  #ahead(distance: number): string | undefined {
    return this.#words[this.#at + distance];
  }

  #word(word: string): void {
    if (/^\d/.test(word)) return this.#number(word, Number(word));
    const weekday = weekdayOf(word);
    if (weekday !== null) {
      this.#weekday = weekday;
      return;
    }
    const month = monthOf(word);
    if (month !== null) return this.#month(month);
    const half = halfOf(word);
    if (half !== null) return this.#half(half);
    if (this.#couldBeZone(word)) return this.#zoneName(word);
    if (this.#clock.hour !== undefined && (word === "+" || word === "-")) return this.#zoneOffset(word);
    if (!isJump(word)) this.#fail();
  }

  #fail(): never {
    return raise("ParserError", `Unknown string format: ${this.#text}`);
  }

  #month(month: number): void {
    this.#numbers.add(month, "month");
    const separator = this.#ahead(1);
    if (separator === "-" || separator === "/") {
      this.#numbers.add(this.#ahead(2) ?? this.#fail());
      if (this.#ahead(3) === separator) {
        this.#numbers.add(this.#ahead(4) ?? this.#fail());
        this.#at += 2;
      }
      this.#at += 2;
      return;
    }
    const year = this.#ahead(4);
    if (separator !== " " || this.#ahead(3) !== " " || this.#ahead(2)?.toLowerCase() !== "of" || year === undefined)
      return;
    if (/^\d+$/.test(year)) this.#numbers.add(Number(year), "year");
    this.#at += 4;
  }

  #half(half: "am" | "pm"): void {
    const { hour } = this.#clock;
    if (hour === undefined || hour > 12) this.#fail();
    else this.#clock.hour = onFullClock(hour, half);
  }

  #couldBeZone(word: string): boolean {
    if (this.#clock.hour === undefined || this.#zone !== null || this.#offset !== null) return false;
    return word.length <= 5 && (/^[A-Z]+$/.test(word) || isUtcName(word));
  }

  /** After a name, `+3` means that the zone lies three hours behind. */
  #zoneName(word: string): void {
    this.#zone = word;
    if (isUtcName(word)) this.#offset = 0;
    const sign = this.#ahead(1);
    if (sign !== "+" && sign !== "-") return;
    this.#words[this.#at + 1] = sign === "+" ? "-" : "+";
    this.#offset = null;
    if (isUtcName(word)) this.#zone = null;
  }

  #zoneOffset(sign: string): void {
    const digits = this.#ahead(1) ?? this.#fail();
    const withColon = digits.length !== 4 && this.#ahead(2) === ":";
    const minutes = digits.length === 4 ? digits.slice(2) : withColon ? (this.#ahead(3) ?? this.#fail()) : "0";
    if (!/^\d+$/.test(digits + minutes) || (digits.length > 2 && digits.length !== 4)) this.#fail();
    this.#offset = (sign === "-" ? -1 : 1) * (Number(digits.slice(0, 2)) * 3600 + Number(minutes) * 60);
    this.#at += withColon ? 3 : 1;
    if (isJump(this.#ahead(1) ?? "") && this.#ahead(2) === "(" && this.#ahead(4) === ")") this.#at += 4;
  }

  #number(digits: string, value: number): void {
    if (this.#compact(digits) || this.#withUnit(digits, value)) return;
    const next = this.#ahead(1);
    if (next === ":" && this.#ahead(2) !== undefined) return this.#clockTime(value);
    if (next === "-" || next === "/" || next === ".") return this.#separated(digits, next);
    if (next === undefined || isJump(next)) {
      const half = halfOf(this.#ahead(2));
      if (half === null) this.#numbers.add(digits.includes(".") ? this.#fail() : value);
      else this.#clock.hour = onFullClock(value, half);
      this.#at += half === null ? 1 : 2;
      return;
    }
    const half = halfOf(next);
    if (half !== null && value < 24) {
      this.#clock.hour = onFullClock(value, half);
      this.#at += 1;
    } else if (this.#numbers.couldBeDay(value)) this.#numbers.add(value);
    else this.#fail();
  }

  /** `20260301`, `202603011200`, `260301`, and `1200` after a whole date. */
  #compact(digits: string): boolean {
    const { length } = digits;
    const next = this.#ahead(1);
    const ends = next === undefined || next === " " || clockUnitOf(next) !== null;
    if (this.#numbers.count === 3 && (length === 2 || length === 4) && this.#clock.hour === undefined && ends) {
      this.#clock.hour = Number(digits.slice(0, 2));
      if (length === 4) this.#clock.minute = Number(digits.slice(2));
      return true;
    }
    if (length === 6 || digits.indexOf(".") === 6) {
      if (this.#numbers.count > 0 || digits.includes(".")) this.#time(digits);
      else for (const part of [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]) this.#numbers.add(part);
      return true;
    }
    if (![8, 12, 14].includes(length) || digits.includes(".")) return false;
    this.#numbers.add(digits.slice(0, 4), "year");
    this.#numbers.add(digits.slice(4, 6));
    this.#numbers.add(digits.slice(6, 8));
    if (length > 8) this.#time(digits.slice(8));
    return true;
  }

  #time(digits: string): void {
    this.#clock.hour = Number(digits.slice(0, 2));
    this.#clock.minute = Number(digits.slice(2, 4));
    if (digits.length > 4) this.#second(digits.slice(4));
  }

  /** `10h`, `36 m`, `h 36`. */
  #withUnit(digits: string, value: number): boolean {
    const places = [1, ...(this.#ahead(1) === " " ? [2] : []), -1];
    if (this.#at === this.#words.length - 1 && this.#at > 1 && this.#ahead(-1) === " ") places.push(-2);
    const place = places.find((distance) => clockUnitOf(this.#ahead(distance)) !== null);
    if (place === undefined) return false;
    const unit = (clockUnitOf(this.#ahead(place)) as number) + (place < 0 ? 1 : 0);
    if (unit === 0) {
      this.#clock.hour = Math.trunc(value);
      if (value % 1 !== 0) this.#clock.minute = Math.trunc(60 * (value % 1));
    } else if (unit === 1) this.#minute(value);
    else this.#second(digits);
    if (place > 0) this.#at += place;
    return true;
  }

  #minute(value: number): void {
    this.#clock.minute = Math.trunc(value);
    if (value % 1 !== 0) this.#clock.second = Math.trunc(60 * (value % 1));
  }

  #second(digits: string): void {
    const [whole = "0", fraction = ""] = digits.split(".");
    this.#clock.second = Number(whole);
    this.#clock.microsecond = Number(fraction.padEnd(6, "0").slice(0, 6));
  }

  #clockTime(hour: number): void {
    this.#clock.hour = Math.trunc(hour);
    this.#minute(Number(this.#ahead(2)));
    this.#at += 2;
    if (this.#ahead(1) !== ":" || this.#ahead(2) === undefined) return;
    this.#second(this.#ahead(2) as string);
    this.#at += 2;
  }

  /** `2026-03-01`, `3-Mar-2026`. */
  #separated(first: string, separator: string): void {
    this.#numbers.add(first);
    const second = this.#ahead(2);
    if (second !== undefined && !isJump(second)) {
      this.#addPart(second);
      if (this.#ahead(3) === separator) {
        this.#addPart(this.#ahead(4) ?? this.#fail());
        this.#at += 2;
      }
      this.#at += 1;
    }
    this.#at += 1;
  }

  #addPart(word: string): void {
    const month = /^\d+$/.test(word) ? null : (monthOf(word) ?? this.#fail());
    if (month === null) this.#numbers.add(word);
    else this.#numbers.add(month, "month");
  }
}

function onFullClock(hour: number, half: "am" | "pm"): number {
  if (half === "pm") return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}
