/** Airflow's bounds in queries, and pages by place. */
import { z } from "zod";
import { instant, text, whole } from "./query.ts";

/** A number, fractions allowed. */
export const number = text
  .transform((given, context) => {
    const value = Number(given);
    if (given.trim() !== "" && Number.isFinite(value)) return value;
    const message = "Input should be a valid number, unable to parse string as a number";
    context.addIssue({ code: "custom", message, params: { type: "float_parsing" } });
    return z.NEVER;
  })
  .meta({ type: "number" });

const BOUNDS = ["gte", "gt", "lte", "lt"] as const;

type Bounds<Name extends string, Bound extends z.ZodType> = {
  [key in `${Name}_${(typeof BOUNDS)[number]}`]: z.ZodOptional<Bound>;
};

function bounds<Name extends string, Bound extends z.ZodType>(name: Name, bound: Bound): Bounds<Name, Bound> {
  return Object.fromEntries(BOUNDS.map((end) => [`${name}_${end}`, bound.optional()])) as Bounds<Name, Bound>;
}

export function instants<Name extends string>(name: Name) {
  return bounds(name, instant);
}

export function numbers<Name extends string>(name: Name) {
  return bounds(name, number);
}

/** `NAME_pattern` and `NAME_prefix_pattern`. */
export function patterns<Name extends string>(name: Name) {
  return { [`${name}_pattern`]: text.optional(), [`${name}_prefix_pattern`]: text.optional() } as {
    [key in `${Name}_pattern` | `${Name}_prefix_pattern`]: z.ZodOptional<typeof text>;
  };
}

/** Whole numbers from `min`, of a parameter that may be given several times. */
export function wholes(min: number) {
  return z
    .union([z.array(whole(min)), whole(min).transform((one) => [one])])
    .meta({ type: "array", items: { type: "integer", minimum: min } });
}
