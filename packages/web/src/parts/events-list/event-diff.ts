/** The details of an act: what was there before and what is there now, field by field, and whatever else was noted. */
import { type Facts, isObject } from "./event-words.ts";

export interface Detail {
  readonly name: string;
  /** Absent: it says only what it is now. */
  readonly before?: string;
  /** Absent: it is gone. */
  readonly after?: string;
}

/** They stand elsewhere in the row. */
const SHOWN_ELSEWHERE = new Set([
  "from",
  "how",
  "before",
  "after",
  "changes",
  "pool_name",
  "variable_key",
  "connection_id",
]);

export function detailsOf(facts: Facts): readonly Detail[] {
  const changes = Array.isArray(facts["changes"]) ? facts["changes"].filter(isObject) : [];
  const diffs = [facts, ...changes].flatMap((each) => diffOf(each["before"], each["after"]));
  const isTold = diffs.length > 0;
  const rest = Object.entries(facts)
    .filter(([name, value]) => !SHOWN_ELSEWHERE.has(name) && value !== null && !(isTold && name === "body"))
    .flatMap(([name, value]) => (name === "body" && isObject(value) ? Object.entries(value) : [[name, value] as const]))
    .map(([name, value]) => ({ name, after: written(value) }))
    .filter(({ after }) => after !== "");
  return [...diffs, ...rest];
}

/** Fields that are the same before and after are left out. */
function diffOf(before: unknown, after: unknown): readonly Detail[] {
  if (Array.isArray(before) || Array.isArray(after)) return listDiff(before, after);
  if (!isObject(before) && !isObject(after)) return [];
  const [old, now] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const [was, is] = [written(old[name]), written(now[name])];
    if (was === is) return [];
    return [{ name, ...(was === "" ? {} : { before: was }), ...(is === "" ? {} : { after: is }) }];
  });
}

/** Of permissions: those that went and those that came. */
function listDiff(before: unknown, after: unknown): readonly Detail[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return [
    ...old.filter((text) => !now.includes(text)).map((text) => ({ name: "", before: text })),
    ...now.filter((text) => !old.includes(text)).map((text) => ({ name: "", after: text })),
  ];
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(written) : [];
}

function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
