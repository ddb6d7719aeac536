/** From what a query was read into to the filters of the store. What is not given is left out. */
import type { Range, TextMatch } from "@momiji/store";
import { ApiError } from "./errors.ts";

type Given = { readonly [name: string]: unknown };

/** Undefined: no bound is given. */
export function rangeOf(query: Given, name: string): Range | undefined {
  const ends = ["gte", "gt", "lte", "lt"].flatMap((end) => {
    const value = query[`${name}_${end}`];
    return typeof value === "number" ? [[end, value] as const] : [];
  });
  return ends.length === 0 ? undefined : Object.fromEntries(ends);
}

/** Undefined: nothing is asked for. */
export function matchOf(query: Given, name: string): TextMatch | undefined {
  const pattern = query[`${name}_pattern`];
  const prefix = query[`${name}_prefix_pattern`];
  if (typeof pattern !== "string" && typeof prefix !== "string") return undefined;
  return {
    ...(typeof pattern === "string" ? { pattern } : {}),
    ...(typeof prefix === "string" ? { prefix } : {}),
  };
}

/** Without the fields that are undefined. */
export function given<Filter extends object>(filter: {
  readonly [name in keyof Filter]: Filter[name] | undefined;
}): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
}

/** Undefined: an empty list, which asks for nothing. */
export function some<Value>(values: readonly Value[] | undefined | null): readonly Value[] | undefined {
  return values === undefined || values === null || values.length === 0 ? undefined : values;
}

/** Words of a closed set. @throws ApiError `invalid_choice` */
export function chosen<Word extends string>(
  name: string,
  values: readonly string[] | undefined,
  words: readonly Word[],
): readonly Word[] | undefined {
  const wrong = values?.some((value) => !words.includes(value as Word)) === true;
  if (wrong) throw new ApiError("invalid_choice", [name, words.join(", ")]);
  return some(values as readonly Word[] | undefined);
}

/** Airflow's word for all of a kind. */
export const ANY = "~";

/** The one that a path names, or undefined for all. */
export function named(text: string): readonly string[] | undefined {
  return text === ANY ? undefined : [text];
}
