/** Checks that a value can be an XCom. */
import type { Json } from "@momiji/core";
import { valueTooLarge } from "./outcomes.ts";
import { XComError } from "./thrown.ts";

/** Of lists and objects within each other. SQLite reads JSON of a thousand levels at the most. */
const MOST_LEVELS = 500;

/**
 * The value as it is, if it is JSON of a size and a depth that the store takes.
 * @throws XComError
 */
export function xcomValue(what: string, value: unknown, maxBytes: number): Json {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, typeof value === "object" ? refuseCollections : undefined);
  } catch (error) {
    throw new XComError(`${what} cannot be an XCom, since it is no JSON: ${(error as Error).message.split("\n")[0]}`);
  }
  if (text === undefined) throw new XComError(`${what} cannot be an XCom, since a ${typeof value} is no JSON`);
  // Counting bytes is only needed where characters alone do not decide.
  const bytes = text.length > maxBytes || text.length * 3 <= maxBytes ? text.length : Buffer.byteLength(text);
  if (bytes > maxBytes) throw new XComError(valueTooLarge(what, Buffer.byteLength(text), maxBytes));
  if (text.length > 2 * MOST_LEVELS && levelsOf(text) > MOST_LEVELS)
    throw new XComError(`${what} cannot be an XCom, since it has more than ${MOST_LEVELS} levels of lists and objects`);
  return value as Json;
}

/** JSON knows no Map and no Set, and would say nothing of what is in them. */
function refuseCollections(_key: string, value: unknown): unknown {
  if (value instanceof Map) throw new TypeError("it has a Map; give Object.fromEntries(map)");
  if (value instanceof Set) throw new TypeError("it has a Set; give [...set]");
  return value;
}

function levelsOf(json: string): number {
  let level = 0;
  let most = 0;
  for (const [bracket] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (bracket === "[" || bracket === "{") most = Math.max(most, ++level);
    else if (bracket === "]" || bracket === "}") level--;
  }
  return most;
}
