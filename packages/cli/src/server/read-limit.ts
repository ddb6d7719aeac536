/** `--limit` of commands that list. */
import { CliError } from "../errors.ts";

/** @throws CliError `usage` */
export function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new CliError("usage", `--limit must be a whole number from 1, not ${JSON.stringify(text)}`);
}
