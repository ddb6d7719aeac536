/**
 * What the function of a branch or a short circuit hands to whoever runs it, instead of a plain return value. Recognised by a
 * brand: bundles and workers may hold different copies of this file.
 */
const BRAND = Symbol.for("momiji.skip-decision");

export interface SkipDecision {
  readonly [BRAND]: true;
  /** Ids of the tasks that it decided against. */
  readonly skip: readonly string[];
  /** The return value for those that read it. */
  readonly value: unknown;
}

export function skipDecision(skip: readonly string[], value: unknown): SkipDecision {
  return { [BRAND]: true, skip, value };
}

/** Null for any other value. */
export function asSkipDecision(value: unknown): SkipDecision | null {
  if (typeof value !== "object" || value === null) return null;
  return (value as Partial<SkipDecision>)[BRAND] === true ? (value as SkipDecision) : null;
}
