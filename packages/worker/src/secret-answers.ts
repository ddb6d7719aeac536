/** Which parts of an engine's answer are secrets: they are masked in logs from the moment that a task has read them. */
import type { Json, TaskQuestion } from "@momiji/core";

/** Airflow's list of words that make a name sensitive (`DEFAULT_SENSITIVE_FIELDS`). */
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
  "secret",
  "service_account",
  "token",
];

/** The passwords and sensitive extras of a connection, and the values of variables with a sensitive name. */
export function secretsOfAnswer(question: TaskQuestion, answer: Json | undefined): string[] {
  if (answer === undefined || answer === null) return [];
  if (question.ask === "variable") return isSensitive(question.key) ? textsIn(answer) : [];
  if (question.ask === "connection") return sensitiveParts(answer);
  return [];
}

function sensitiveParts(value: Json): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(sensitiveParts);
  return Object.entries(value).flatMap(([name, part]) => (isSensitive(name) ? textsIn(part) : sensitiveParts(part)));
}

function textsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isSensitive(name: string): boolean {
  const lower = name.toLowerCase().replaceAll("-", "_");
  return SENSITIVE_WORDS.some((word) => lower.includes(word));
}
