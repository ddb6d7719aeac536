/** What a page keeps in its address: each value read by its own reader, and what none can read is left out, never an error. */

/** @returns undefined: it is not that */
export type Reader<Value> = (given: unknown) => Value | undefined;

type Readers = { readonly [name: string]: Reader<unknown> };

export type SearchOf<Given extends Readers> = { readonly [Name in keyof Given]?: NonNullable<ReturnType<Given[Name]>> };

/** For `validateSearch` of a route. */
export function readSearch<Given extends Readers>(
  readers: Given,
): (search: Record<string, unknown>) => SearchOf<Given> {
  return (search) => {
    const values = Object.entries(readers).flatMap(([name, read]) => {
      const value = read(search[name]);
      // What cannot be read is said to be absent: it would stand beside the rest as it was written.
      return value === undefined && search[name] === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(values) as SearchOf<Given>;
  };
}

/** A text with something in it. Numbers in addresses are texts as well. */
export const text: Reader<string> = (given) => {
  if (typeof given === "number") return String(given);
  return typeof given === "string" && given !== "" ? given : undefined;
};

/** One or more texts. */
export const texts: Reader<readonly string[]> = (given) => {
  const all = (Array.isArray(given) ? given : [given]).flatMap((one) => text(one) ?? []);
  return all.length === 0 ? undefined : all;
};

export function whole(min: number): Reader<number> {
  return (given) => (typeof given === "number" && Number.isSafeInteger(given) && given >= min ? given : undefined);
}

/** A length of time, in seconds. */
export const seconds: Reader<number> = (given) =>
  typeof given === "number" && Number.isFinite(given) && given >= 0 ? given : undefined;

/** One or more whole numbers. */
export const wholes: Reader<readonly number[]> = (given) => {
  const all = (texts(given) ?? []).map(Number).filter((one) => Number.isSafeInteger(one));
  return all.length === 0 ? undefined : all;
};

export function oneOf<const Value extends string>(...values: readonly Value[]): Reader<Value> {
  return (given) => values.find((value) => value === given);
}

/** One or more of these. */
export function someOf<const Value extends string>(...values: readonly Value[]): Reader<readonly Value[]> {
  return (given) => {
    const all = texts(given) ?? [];
    const known = values.filter((value) => all.includes(value));
    return known.length === 0 ? undefined : known;
  };
}

/** Present: yes. */
export const flag: Reader<true> = (given) => (given === true || given === 1 ? true : undefined);

export const yesNo: Reader<boolean> = (given) => (typeof given === "boolean" ? given : undefined);
