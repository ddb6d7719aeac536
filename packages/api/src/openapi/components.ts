/** Schemas of zod as JSON schemas of OpenAPI: what has an `id` stands once among the document's components, and is referred to. */
import { z } from "zod";

export type Schema = { readonly [name: string]: unknown };

/** What a schema is for: `input` as it may be sent, `output` as it is answered. */
type Way = "input" | "output";

/** zod's bounds of a whole number say only that it is one. */
const WHOLE = Number.MAX_SAFE_INTEGER;

export class Components {
  readonly #named = new Map<string, Schema>();

  /** @throws Error if two shapes have one name */
  add(schema: z.ZodType, way: Way): Schema {
    const settings = { io: way, unrepresentable: "any", reused: "inline", cycles: "ref" } as const;
    const {
      $schema: _dialect,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { ...settings, override: tidied }) as Schema;
    for (const [name, part] of Object.entries($defs as { readonly [name: string]: Schema }))
      if (!isNameless(name)) this.#keep(name, refined(part, way) as Schema);
    return refined(root, way) as Schema;
  }

  #keep(name: string, schema: Schema): void {
    const known = this.#named.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(
        `two schemas of the API are named ${name}: what is sent and what is answered want names of their own`,
      );
    this.#named.set(name, schema);
  }

  /** By name. */
  all(): { readonly [name: string]: Schema } {
    return Object.fromEntries([...this.#named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

interface Told {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: { [name: string]: unknown };
}

/**
 * A schema that reads a text into something else says with `.meta({ type, ... })` what may be sent; zod puts that beside the
 * union of texts that it is made of.
 */
function tidied({ zodSchema, jsonSchema }: Told): void {
  if (jsonSchema["type"] !== undefined) delete jsonSchema["anyOf"];
  // zod leaves them out of what is read into something else, since they might be of the other side.
  const { default: otherwise, examples } = z.globalRegistry.get(zodSchema as z.ZodType) ?? {};
  if (otherwise !== undefined) jsonSchema["default"] = otherwise;
  if (examples !== undefined) jsonSchema["examples"] = examples;
  if (jsonSchema["minimum"] === -WHOLE) delete jsonSchema["minimum"];
  if (jsonSchema["maximum"] === WHOLE) delete jsonSchema["maximum"];
  if (jsonSchema["format"] === "date-time" || jsonSchema["format"] === "uuid") delete jsonSchema["pattern"];
  delete jsonSchema["propertyNames"];
}

/** zod's name of what refers to itself and has no `id`. */
function isNameless(name: string): boolean {
  return name.startsWith("__");
}

/**
 * References lead to the components; those to what has no name are to JSON of any kind, which an empty schema says. Clients
 * must bear fields that a later version adds, so answers do not forbid them; that there are none today is for our tests.
 */
function refined(value: unknown, way: Way): unknown {
  if (Array.isArray(value)) return value.map((part) => refined(part, way));
  if (typeof value !== "object" || value === null) return value;
  const { $ref: reference } = value as { readonly $ref?: string };
  if (reference !== undefined) {
    const name = reference.split("/").at(-1) ?? "";
    return reference === "#" || isNameless(name) ? {} : { $ref: `#/components/schemas/${name}` };
  }
  const parts = Object.entries(value).filter(
    ([name, part]) =>
      !(name === "id" && typeof part === "string") &&
      !(way === "output" && name === "additionalProperties" && part === false),
  );
  return Object.fromEntries(parts.map(([name, part]) => [name, refined(part, way)]));
}
