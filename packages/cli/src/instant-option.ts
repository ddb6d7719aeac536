/** Options and arguments whose value is an instant. */
import { type Micros, parseInstant } from "@momiji/core";
import { CliError } from "./errors.ts";

/** A day alone is its midnight in UTC, as in Airflow. @throws CliError `usage`, which names the option */
export function readInstant(option: string, text: string): Micros {
  try {
    return parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00Z` : text);
  } catch {
    throw new CliError(
      "usage",
      `${option}: ${JSON.stringify(text)} is no date-time with an offset`,
      "write it like 2026-01-31T03:00:00+09:00, or 2026-01-31 for midnight in UTC",
    );
  }
}
