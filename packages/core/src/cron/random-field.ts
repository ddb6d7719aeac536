import { TimetableInvalid } from "../timetable.ts";
import { type CronField, WEEKDAY } from "./fields.ts";

const RANDOM = /^([hr])(?:\((\d+)-(\d+)\))?(?:\/(\d+))?$/;

/**
 * Jenkins' `R`, `R(0-29)`, `R/15`: "any value, I do not mind which". Airflow draws a new one whenever it reads the
 * string, so that such a DAG never keeps a time; here the string itself decides, once and for all. `H` needs a name to
 * hash, which neither Airflow nor we give it. Any other text comes back as it is.
 */
export function resolveRandom(field: CronField, text: string, cron: string): string {
  const match = RANDOM.exec(text);
  if (match === null) return text;
  const [, kind, begin, end, divisor] = match;
  if (kind === "h")
    throw new TimetableInvalid(`"H" is not supported in the ${field.name} field; write the value itself`);
  const from = begin === undefined ? field.min : Number(begin);
  const to = end === undefined ? field.max : Number(end);
  const highest = field === WEEKDAY ? 7 : field.max;
  if (begin !== undefined && (from >= to || from < field.min || to > highest)) {
    throw new TimetableInvalid(
      `"${text}" in the ${field.name} field: the range must rise within ${field.min}-${field.max}`,
    );
  }
  const seed = `${field.name} of ${cron}`;
  if (divisor === undefined) return String(draw(seed, from, to));
  if (Number(divisor) === 0) throw new TimetableInvalid(`"${text}" in the ${field.name} field: the step must not be 0`);
  const first = draw(seed, from, Math.min(from + Number(divisor) - 1, to));
  return first === to ? String(first) : `${first}-${to}/${divisor}`;
}

/** FNV-1a: spreads, is the same on every machine, and is short. */
function draw(seed: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return from + ((hash >>> 0) % (to - from + 1));
}
