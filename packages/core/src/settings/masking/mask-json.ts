/** Values as people are shown them: what is stored stays as it is. */
import type { Json } from "../../json.ts";
import { isSensitiveName, REDACTED, redact } from "../sensitive-names.ts";
import type { Masker } from "./masker.ts";

/**
 * The value under its name with every secret hidden: all of it if the name says that it is one, whatever lies under such a
 * name within it, and known secrets wherever they stand in its texts, numbers and names.
 */
export function maskJson(name: string, value: Json, maskers: readonly Masker[]): Json {
  if (isSensitiveName(name) && value !== null && value !== "") return REDACTED;
  const mask = (text: string): string => maskers.reduce((masked, masker) => masker.mask(masked), text);
  return maskTexts(redact(value), mask);
}

function maskTexts(value: Json, mask: (text: string) => string): Json {
  if (typeof value === "string") return mask(value);
  if (typeof value === "number") {
    const text = String(value);
    const masked = mask(text);
    return masked === text ? value : masked;
  }
  if (Array.isArray(value)) return value.map((part) => maskTexts(part, mask));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value as { readonly [name: string]: Json });
  return Object.fromEntries(fields.map(([name, part]) => [mask(name), maskTexts(part, mask)]));
}
