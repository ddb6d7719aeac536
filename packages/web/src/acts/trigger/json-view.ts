/** The inputs of a run as one JSON object: secrets are covered there, and what is left out means its default. Pure. */
import { confOf, type Entries, type Entry, type ParamField, type Value } from "./params.ts";

/** Stands for a secret that is kept. */
const COVER = "••••••••";

export function jsonOf(fields: readonly ParamField[], entries: Entries): string {
  const secrets = secretsAmong(fields);
  const shown = Object.entries(confOf(entries)).map(([name, value]): [string, Value] => [
    name,
    secrets.has(name) && typeof value === "string" && value !== "" ? COVER : value,
  ]);
  return JSON.stringify(Object.fromEntries(shown), null, 2);
}

/**
 * @param kept where the secrets are that are covered
 * @returns null for a text that is no JSON object
 */
export function entriesOfJson(text: string, fields: readonly ParamField[], kept: Entries): Entries | null {
  const conf = readObject(text);
  if (conf === null) return null;
  const secrets = secretsAmong(fields);
  const given = Object.entries(conf).map(([name, value]): [string, Entry] => [
    name,
    secrets.has(name) && value === COVER ? (kept[name] ?? { value }) : { value },
  ]);
  const absent = fields.filter(({ name }) => !(name in conf)).map(({ name, usual }): [string, Entry] => [name, usual]);
  return Object.fromEntries([...absent, ...given]);
}

function secretsAmong(fields: readonly ParamField[]): ReadonlySet<string> {
  return new Set(fields.filter(({ kind }) => kind === "password").map(({ name }) => name));
}

function readObject(text: string): { readonly [name: string]: Value } | null {
  try {
    const value: unknown = JSON.parse(text.trim() === "" ? "{}" : text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as { readonly [name: string]: Value }) : null;
  } catch {
    return null;
  }
}
