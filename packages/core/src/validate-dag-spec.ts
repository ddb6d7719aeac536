import { dagSpecSchema } from "./dag-spec-schema.ts";
import type { Json } from "./json.ts";
import { checkAgainstSchema, type SchemaProblem } from "./json-schema.ts";

/**
 * What keeps `value` (parsed JSON) from being a `DagSpec`; empty: nothing. Looks at its form only: whether the graph has
 * a cycle is `buildGraph`'s affair, whether the schedule can be run `validateSchedule`'s.
 */
export function validateDagSpec(value: Json): SchemaProblem[] {
  return checkAgainstSchema(value, dagSpecSchema);
}
