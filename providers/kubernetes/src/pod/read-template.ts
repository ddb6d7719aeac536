/** An object of the API that an author gives, as it is or as YAML. */
import { parse } from "yaml";
import type { JsonObject } from "../client/objects.ts";

/** @param name of the param, for the message of the error */
export function readTemplate(template: string | JsonObject | undefined, name: string): JsonObject {
  if (template === undefined) return {};
  const read: unknown = typeof template === "string" ? parse(template) : template;
  if (typeof read === "object" && read !== null && !Array.isArray(read)) return read as JsonObject;
  throw new Error(`${name} must be an object with \`metadata\` and \`spec\`, or the YAML of one`);
}
