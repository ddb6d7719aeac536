import { TimetableInvalid } from "../timetable.ts";
import { type CronField, DAY, WEEKDAY } from "./fields.ts";

/** One part of a comma list, read: `*`, the `L` of the day field, or numbers. */
type Term = "*" | "last" | readonly number[];

/**
 * Reads `*`, `5`, `jan`, `1-5`, `sat-mon`, `L`, each with an optional `/step`. The text is in small letters.
 * The rules are croniter's: a range that falls wraps around, a range of one value (`3-3`) means the whole field,
 * `5/15` runs from 5 to the end, and 7 is Sunday too.
 */
export function parseTerm(field: CronField, text: string): Term {
  const [base = "", step, ...more] = text.split("/");
  if (more.length > 0) throw malformed(field, text);
  const stride = step === undefined ? null : readStep(field, step);
  if (base === "*") return stride === null ? "*" : steps(field.min, field.max, stride);
  const [low = "", high, ...rest] = base.split("-");
  if (rest.length > 0) throw malformed(field, text);
  if (low === "" && high !== undefined) throw new TimetableInvalid(`the ${field.name} field: "${text}" is negative`);
  if (high !== undefined) return range(field, [low, high], stride ?? 1);
  if (stride !== null) return startingAt(field, low, stride);
  if (field === DAY && low === "l") return "last";
  return [inBounds(field, readValue(field, low))];
}

function startingAt(field: CronField, text: string, stride: number): readonly number[] {
  return steps(inBounds(field, readValue(field, text)), field.max, stride);
}

function range(field: CronField, [lowText, highText]: readonly [string, string], stride: number): readonly number[] {
  const low = readValue(field, lowText);
  const high = field === DAY && highText === "l" ? field.max : readValue(field, highText);
  if (low === high && low <= field.max) return steps(field.min, field.max, stride);
  inBounds(field, low);
  if (low < high) return steps(low, inBounds(field, high), stride);
  return wrapped(low, high, { field, stride });
}

/** `22-2`: to the end of the field, then on from its beginning; where the second part begins is croniter's count. */
function wrapped(
  low: number,
  high: number,
  { field, stride }: { field: CronField; stride: number },
): readonly number[] {
  const upper = steps(low, field.max, stride);
  const left = field.max - (upper.at(-1) as number);
  const skipped = stride > left + 1 ? stride - left : 0;
  return [...upper, ...steps(field.min + skipped, high, stride)];
}

function steps(from: number, to: number, stride: number): number[] {
  const values: number[] = [];
  for (let value = from; value <= to; value += stride) values.push(value);
  return values;
}

function readStep(field: CronField, text: string): number {
  if (!/^\d+$/.test(text)) throw malformed(field, `/${text}`);
  const stride = Number(text);
  if (stride === 0) throw new TimetableInvalid(`the ${field.name} field: the step must not be 0`);
  return stride;
}

function readValue(field: CronField, text: string): number {
  const named = Object.hasOwn(field.names, text) ? field.names[text] : undefined;
  if (named !== undefined) return named;
  if (!/^\d+$/.test(text)) throw malformed(field, text);
  const value = Number(text);
  return field === WEEKDAY && value === 7 ? 0 : value;
}

function inBounds(field: CronField, value: number): number {
  if (value >= field.min && value <= field.max) return value;
  throw new TimetableInvalid(`${field.name} ${value} is out of range; it goes from ${field.min} to ${field.max}`);
}

function malformed(field: CronField, text: string): TimetableInvalid {
  const names = Object.keys(field.names);
  const hint = names.length === 0 ? "" : `, names like "${names[1]}"`;
  return new TimetableInvalid(`the ${field.name} field: cannot read "${text}"; use *, numbers${hint}, a-b, */n or a,b`);
}
