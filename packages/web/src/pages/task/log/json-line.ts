/** Lines that programs write as JSON: their message, and the fields beside it. */

export interface JsonLine {
  readonly message: string;
  readonly level: string | null;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const MESSAGES = ["msg", "message", "event", "text"];
const LEVELS = ["level", "lvl", "severity"];

/** Longer ones are shown as they are. */
const LONGEST = 20_000;

/** Null: the line is no object. */
export function readJsonLine(text: string): JsonLine | null {
  if (!text.startsWith("{") || !text.endsWith("}") || text.length > LONGEST) return null;
  try {
    const given = JSON.parse(text) as { readonly [name: string]: unknown };
    const message = MESSAGES.find((name) => typeof given[name] === "string");
    const level = LEVELS.find((name) => typeof given[name] === "string");
    const fields = Object.entries(given).filter(([name]) => name !== message && name !== level);
    return {
      message: message === undefined ? "" : (given[message] as string),
      level: level === undefined ? null : (given[level] as string).toLowerCase(),
      fields: fields.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    };
  } catch {
    return null;
  }
}
