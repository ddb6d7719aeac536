/** One setting from one source: text of an environment variable or a flag, or a value of a configuration file. */
import type { OptionSpec, OptionValue } from "./options.ts";

/** @returns the value, or in words what is wrong with it. */
export function readValue(spec: OptionSpec, raw: unknown): { value: OptionValue } | { problem: string } {
  switch (spec.type) {
    case "string":
      return typeof raw === "string" ? { value: raw } : { problem: "must be a text" };
    case "choice":
      return spec.choices?.includes(String(raw))
        ? { value: String(raw) }
        : { problem: `must be one of ${spec.choices?.join(", ")}` };
    case "boolean":
      return readBoolean(raw);
    case "list":
      return readList(raw);
    case "integer":
    case "number":
      return readNumber(spec, raw);
  }
}

function readBoolean(raw: unknown): { value: boolean } | { problem: string } {
  if (typeof raw === "boolean") return { value: raw };
  const text = String(raw).toLowerCase();
  if (["true", "1", "yes", "on"].includes(text)) return { value: true };
  if (["false", "0", "no", "off"].includes(text)) return { value: false };
  return { problem: "must be true or false" };
}

function readList(raw: unknown): { value: readonly string[] } | { problem: string } {
  if (typeof raw === "string")
    return {
      value: raw
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== ""),
    };
  if (Array.isArray(raw) && raw.every((item) => typeof item === "string")) return { value: raw };
  return { problem: "must be a list of texts" };
}

function readNumber(spec: OptionSpec, raw: unknown): { value: number } | { problem: string } {
  const value = typeof raw === "number" ? raw : typeof raw === "string" && raw.trim() !== "" ? Number(raw) : Number.NaN;
  if (!Number.isFinite(value)) return { problem: "must be a number" };
  if (spec.type === "integer" && !Number.isInteger(value)) return { problem: "must be a whole number" };
  if (spec.min !== undefined && value < spec.min) return { problem: `must be at least ${spec.min}` };
  if (spec.max !== undefined && value > spec.max) return { problem: `must be at most ${spec.max}` };
  return { value };
}
