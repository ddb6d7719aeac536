/** What a list can be narrowed by: each a parameter of the page's address, named as the API names it. */

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many rows it would leave. */
  readonly count?: number | undefined;
}

interface Named {
  /** As in the query of the API. */
  readonly name: string;
  readonly label: string;
  /** Offered at once, not only behind "more filters". */
  readonly isMain?: true;
}

export type Filter = Named &
  (
    | { readonly kind: "choice"; readonly isMany?: true; readonly options: readonly FilterOption[] }
    /** `true` or `false`. */
    | { readonly kind: "flag"; readonly yes: FilterWord; readonly no?: FilterWord }
    | { readonly kind: "text" }
    | { readonly kind: "number" }
    /** `NAME_gte` and `NAME_lt`, instants. */
    | { readonly kind: "range" }
    /** `NAME_gte` and `NAME_lte`, seconds. */
    | { readonly kind: "duration" }
  );

interface FilterWord {
  readonly label: string;
  readonly count?: number | undefined;
}

export type SearchValues = { readonly [name: string]: unknown };
export type SearchChange = { readonly [name: string]: unknown };

/** The parameters that a filter uses. */
export function parametersOf({ kind, name }: Filter): readonly string[] {
  if (kind === "range") return [`${name}_gte`, `${name}_lt`];
  return kind === "duration" ? [`${name}_gte`, `${name}_lte`] : [name];
}

export function isSet(filter: Filter, values: SearchValues): boolean {
  return parametersOf(filter).some((name) => values[name] !== undefined);
}

/** The moment from which runs are shown, if nothing else narrows the list; else null. */
export function onlySince(filters: readonly Filter[], values: SearchValues): string | null {
  const set = filters.flatMap(parametersOf).filter((name) => values[name] !== undefined);
  return set.length === 1 && set[0] === SINCE ? textOf(values, SINCE) : null;
}

const SINCE = "run_after_gte";

/** What is chosen of a filter of options, as texts. */
export function chosenOf({ name }: Filter, values: SearchValues): readonly string[] {
  const value = values[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** What one parameter says; empty: it is not there. */
export function textOf(values: SearchValues, name: string): string {
  const value = values[name];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The change of the address that takes every filter back. */
export function cleared(filters: readonly Filter[], more: readonly string[] = []): SearchChange {
  return Object.fromEntries([...filters.flatMap(parametersOf), ...more].map((name) => [name, undefined]));
}
