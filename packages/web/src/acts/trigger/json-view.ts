/** The inputs of a run as one JSON object: secrets are covered there, and what is left out means its default. Pure. */
import { type Conf, confOf, type Entries, type Entry, type ParamField } from "./params.ts";
import { covered, uncovered } from "./secret-params.ts";

export function jsonOf(fields: readonly ParamField[], entries: Entries): string {
  return JSON.stringify(covered(fields, confOf(entries)), null, 2);
}

/**
 * @param kept where the secrets are that are covered
 * @returns null for a text that is no JSON object
 */
export function entriesOfJson(text: string, fields: readonly ParamField[], kept: Entries): Entries | null {
  const conf = readObject(text);
  if (conf === null) return null;
  const given = Object.entries(uncovered(fields, conf, confOf(kept))).map(
    ([name, value]) => [name, { value }] as const,
  );
  const absent = fields.filter(({ name }) => !(name in conf)).map(({ name, usual }): [string, Entry] => [name, usual]);
  return Object.fromEntries([...absent, ...given]);
}

function readObject(text: string): Conf | null {
  try {
    const value: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Conf) : null;
  } catch {
    return null;
  }
}
