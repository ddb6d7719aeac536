/** Options whose value is a JSON object. */
import type { Json } from "@momiji/core";
import { CliError } from "./errors.ts";

/** @throws CliError `usage`, which names the option */
export function readJsonObject(option: string, text: string): { readonly [name: string]: Json } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as { readonly [name: string]: Json };
  } catch (error) {
    throw new CliError("usage", `${option} is no JSON: ${(error as Error).message}`);
  }
  throw new CliError("usage", `${option} must be a JSON object`);
}
