/** Which names say that their value is a secret: Airflow's rule (`should_hide_value_for_key`). */
import type { Json } from "../json.ts";

/** Airflow's `DEFAULT_SENSITIVE_FIELDS`. */
const SENSITIVE_WORDS = [
  "access_token",
  "api_key",
  "apikey",
  "authorization",
  "keyfile_dict",
  "passphrase",
  "passwd",
  "password",
  "private_key",
  "proxies",
  "proxy",
  "secret",
  "service_account",
  "token",
];

/** What is shown in place of a secret. */
export const REDACTED = "***";

/** True if the name holds one of the words, in whatever case; `api-key` counts as `api_key`. */
export function isSensitiveName(name: string): boolean {
  const lower = name.toLowerCase().replaceAll("-", "_");
  return SENSITIVE_WORDS.some((word) => lower.includes(word));
}

/** A copy of the value in which everything under a sensitive name reads `***`, however deep it lies. */
export function redact(value: Json): Json {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as { readonly [name: string]: Json }).map(([name, part]) => [
      name,
      isSensitiveName(name) && part !== null && part !== "" ? REDACTED : redact(part),
    ]),
  );
}

/** Every text under a sensitive name, however deep it lies. */
export function secretsIn(value: Json): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  return Object.entries(value as { readonly [name: string]: Json }).flatMap(([name, part]) =>
    isSensitiveName(name) ? textsIn(part) : secretsIn(part),
  );
}

/** Every text that a value holds; numbers as they print, since a numeric password is one. */
export function textsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
