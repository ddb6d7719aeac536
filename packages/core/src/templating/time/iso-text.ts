/** `datetime.fromisoformat`. */
import { raise } from "../errors.ts";
import type { Civil } from "./civil.ts";

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,6})\d*)?)?)?(Z|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?)?$/;

/** The fields, and the offset in seconds if the text has one. @throws ValueError if it is not ISO 8601. */
export function readIso(text: string): { readonly civil: Civil; readonly offsetSeconds: number | null } {
  const match = ISO.exec(text);
  if (match === null) return raise("ValueError", `Invalid isoformat string: '${text}'`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const microsecond = Number((match[7] ?? "0").padEnd(6, "0"));
  return { civil: { year, month, day, hour, minute, second, microsecond }, offsetSeconds: offsetOf(match[8]) };
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const [hours = 0, minutes = 0, seconds = 0] = (text.slice(1).match(/\d\d/g) ?? []).map(Number);
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
