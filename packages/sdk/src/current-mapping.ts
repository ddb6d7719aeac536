/** What the next operator that is placed is mapped over: operators themselves know nothing of mapping. */
import type { AuthorMapping } from "./author-mapping.ts";
import { DagDefinitionError } from "./definition-error.ts";

let current: AuthorMapping | null = null;

/** @throws DagDefinitionError if `place` adds no task. */
export function placeMapped<T>(mapping: AuthorMapping, where: string, place: () => T): T {
  current = mapping;
  try {
    const placed = place();
    if (current !== null) throw new DagDefinitionError(where, "the operator added no task that could be mapped");
    return placed;
  } finally {
    current = null;
  }
}

/** Undefined: the task that is being placed is not mapped. */
export function takeMapping(): AuthorMapping | undefined {
  const taken = current ?? undefined;
  current = null;
  return taken;
}
