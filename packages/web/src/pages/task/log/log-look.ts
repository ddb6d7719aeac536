/** How a log is shown, as the address says it. */
import { flag, oneOf, type Reader, text, whole } from "../../../url/search.ts";
import { type LineRange, readLineRange, writeLineRange } from "./line-range.ts";
import type { Fields, Times } from "./log-line.tsx";
import type { LineFilter } from "./log-source.ts";

/** `120` or `120-131`: a number stays one, so that addresses need no quotes. */
const lines: Reader<number | string> = (given) => {
  const range = readLineRange(text(given));
  return range === null ? undefined : lineOf(range);
};

export function lineOf(range: LineRange): number | string {
  return range.from === range.to ? range.from : writeLineRange(range);
}

/** For `validateSearch` of pages with a log. */
export const LOG_SEARCH = {
  try: whole(1),
  /** Another try, beside it. */
  beside: whole(1),
  line: lines,
  level: text,
  src: text,
  find: text,
  re: flag,
  wrap: oneOf("on", "off"),
  times: oneOf("zone", "relative", "off"),
  fields: text,
  full: flag,
};

export interface LogLook {
  readonly try?: number | undefined;
  readonly beside?: number | undefined;
  readonly line?: number | string | undefined;
  readonly level?: string | undefined;
  readonly src?: string | undefined;
  readonly find?: string | undefined;
  readonly re?: true | undefined;
  readonly wrap?: "on" | "off" | undefined;
  readonly times?: Times | undefined;
  readonly fields?: string | undefined;
  readonly full?: true | undefined;
}

export function rangeOf({ line }: LogLook): LineRange | null {
  return readLineRange(line === undefined ? undefined : String(line));
}

export function filterOf({ level, src }: LogLook): LineFilter {
  return { level: listOf(level), src: listOf(src) };
}

export function listOf(given: string | undefined): readonly string[] {
  return given === undefined ? [] : given.split(",").filter((one) => one !== "");
}

/** With one more, or without it; undefined: none are left. */
export function toggled(given: string | undefined, one: string): string | undefined {
  const all = listOf(given);
  const rest = all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
  return rest.length === 0 ? undefined : rest.join(",");
}

export function fieldsOf({ fields }: LogLook): Fields {
  if (fields === undefined) return "all";
  return fields === "raw" ? "raw" : listOf(fields);
}
