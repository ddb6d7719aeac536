/** `strftime` in the C locale, with the extensions of glibc (`%-d`, `%e`, `%s`, `%F`, ...). */
import { DAY_NAMES, MONTH_NAMES } from "../../calendar-names.ts";
import { type Civil, dayOfYear, isoWeek, offsetText, padded, type Wall, wallOf, weekday } from "./civil.ts";

/** What is to be printed: the fields, and offset and name of the zone (null: naive). */
export interface Printable {
  readonly civil: Civil;
  readonly offsetSeconds: number | null;
  readonly zoneName: string;
}

/** A field: its value, and how many places and which filler it has by default. */
type Field = string | readonly [value: number, width: number, fill: "0" | " "];

/** The value printed after `format`. Unknown directives stand as they are. */
export function strftime(value: Printable, format: string): string {
  return format.replace(/%([-_0^#]*)(\d*)([:EO]?)([a-zA-Z%+])/g, (...match) => {
    const [whole, flags, width, , letter] = match as [string, string, string, string, string];
    const field = fieldOf(value, letter, format);
    return field === undefined ? whole : place(field, flags, width);
  });
}

function place(field: Field, flags: string, width: string): string {
  let text: string;
  if (typeof field === "string")
    text = width === "" ? field : field.padStart(Number(width), flags.includes("0") ? "0" : " ");
  else {
    const [number, places, fill] = field;
    const filler = flags.includes("_") ? " " : flags.includes("0") ? "0" : fill;
    const wide = width === "" ? places : Number(width);
    text = flags.includes("-") ? String(number) : String(number).padStart(wide, filler);
  }
  if (flags.includes("^")) return text.toUpperCase();
  return flags.includes("#") ? (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()) : text;
}

function fieldOf(value: Printable, letter: string, format: string): Field | undefined {
  const { civil } = value;
  switch (letter) {
    case "Y":
      return [civil.year, 0, "0"];
    case "C":
      return [Math.floor(civil.year / 100), 2, "0"];
    case "y":
      return [civil.year % 100, 2, "0"];
    case "m":
      return [civil.month, 2, "0"];
    case "d":
      return [civil.day, 2, "0"];
    case "e":
      return [civil.day, 2, " "];
    case "B":
      return MONTH_NAMES[civil.month - 1];
    case "b":
    case "h":
      return (MONTH_NAMES[civil.month - 1] as string).slice(0, 3);
    default:
      return clockField(civil, letter) ?? weekField(wallOf(civil), letter) ?? composed(value, letter, format);
  }
}

function clockField(civil: Civil, letter: string): Field | undefined {
  switch (letter) {
    case "H":
      return [civil.hour, 2, "0"];
    case "k":
      return [civil.hour, 2, " "];
    case "I":
      return [civil.hour % 12 || 12, 2, "0"];
    case "l":
      return [civil.hour % 12 || 12, 2, " "];
    case "M":
      return [civil.minute, 2, "0"];
    case "S":
      return [civil.second, 2, "0"];
    case "f":
      return padded(civil.microsecond, 6);
    case "p":
      return civil.hour < 12 ? "AM" : "PM";
    case "P":
      return civil.hour < 12 ? "am" : "pm";
    default:
      return undefined;
  }
}

function weekField(wall: Wall, letter: string): Field | undefined {
  const day = weekday(wall);
  switch (letter) {
    case "A":
      return DAY_NAMES[day];
    case "a":
      return (DAY_NAMES[day] as string).slice(0, 3);
    case "w":
      return [(day + 1) % 7, 1, "0"];
    case "u":
      return [day + 1, 1, "0"];
    case "j":
      return [dayOfYear(wall), 3, "0"];
    case "U":
      return [Math.floor((dayOfYear(wall) + 6 - ((day + 1) % 7)) / 7), 2, "0"];
    case "W":
      return [Math.floor((dayOfYear(wall) + 6 - day) / 7), 2, "0"];
    case "G":
      return [isoWeek(wall).year, 0, "0"];
    case "g":
      return [isoWeek(wall).year % 100, 2, "0"];
    case "V":
      return [isoWeek(wall).week, 2, "0"];
    default:
      return undefined;
  }
}

const COMPOSED: { readonly [letter: string]: string } = {
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  T: "%H:%M:%S",
  R: "%H:%M",
  r: "%I:%M:%S %p",
  c: "%a %b %e %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

function composed(value: Printable, letter: string, format: string): Field | undefined {
  const parts = Object.hasOwn(COMPOSED, letter) ? COMPOSED[letter] : undefined;
  if (parts !== undefined) return strftime(value, parts);
  switch (letter) {
    case "z":
      return value.offsetSeconds === null ? "" : offsetText(value.offsetSeconds, format.includes("%:z") ? ":" : "");
    case "Z":
      return value.offsetSeconds === null ? "" : value.zoneName;
    case "s":
      return String(wallOf(value.civil) / 1_000_000n);
    case "n":
      return "\n";
    case "t":
      return "\t";
    case "%":
      return "%";
    default:
      return undefined;
  }
}
