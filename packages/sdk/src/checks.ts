/** Checks of single option values. TypeScript makes them needless for most authors; JavaScript and casts do not. */
import { nearest } from "@momiji/core";
import { DagDefinitionError } from "./definition-error.ts";

/** A whole number of at least `min`, or absent. */
export function wholeNumber(value: number | undefined, min: number, place: string): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= min)) return value;
  throw new DagDefinitionError(place, `must be a whole number of at least ${min}, not ${show(value)}`);
}

/** A number of at least `min`, or absent. */
export function numberFrom(value: number | undefined, min: number, place: string): number | undefined {
  if (value === undefined || (Number.isFinite(value) && value >= min)) return value;
  throw new DagDefinitionError(place, `must be a number of at least ${min}, not ${show(value)}`);
}

/** One of the names in `allowed`, or absent. */
export function oneOf<T extends string>(
  value: T | undefined,
  allowed: Readonly<Record<T, true>>,
  place: string,
): T | undefined {
  if (value === undefined || Object.hasOwn(allowed, value)) return value;
  throw new DagDefinitionError(place, `${show(value)} is unknown; it is one of ${Object.keys(allowed).join(", ")}`);
}

/** Refuses names that no option has: a misspelt option would otherwise do nothing and say nothing. */
export function onlyKnown(options: object, known: Readonly<Record<string, true>>, place: string): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const names = Object.keys(known);
    const meant = nearest(name, names);
    const hint = meant === undefined ? "" : `did you mean ${meant}? `;
    throw new DagDefinitionError(place, `there is no option ${show(name)}; ${hint}the options are ${names.join(", ")}`);
  }
}

export function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
