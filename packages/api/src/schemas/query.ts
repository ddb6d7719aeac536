/**
 * Query parameters as Airflow reads them: texts that stand for numbers, switches and instants. The metadata of each is what the
 * OpenAPI document tells: what a client should send, not every text that is understood.
 */
import { z } from "zod";
import { readQueryInstant } from "../instant-text.ts";

const TEXT = { type: "string" } as const;

/** A parameter that is given once; of several the last counts. */
export const text = z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? "")]).meta(TEXT);

/** A parameter that may be given several times. */
export const texts = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .meta({ type: "array", items: TEXT });

/** A whole number from `min`. */
export function whole(min: number) {
  return text
    .transform((given, context) => {
      const isWhole = /^[+-]?\d{1,15}$/.test(given);
      const message = isWhole
        ? `Input should be greater than or equal to ${min}`
        : "Input should be a valid integer, unable to parse string as an integer";
      if (isWhole && Number(given) >= min) return Number(given);
      context.addIssue({ code: "custom", message, params: { type: isWhole ? "greater_than_equal" : "int_parsing" } });
      return z.NEVER;
    })
    .meta({ type: "integer", minimum: min });
}

/** A whole number from `min`, that is `otherwise` if it is not given, and taken for `most` if it is more. */
export function wholeOf(min: number, { otherwise, most }: { readonly otherwise: number; readonly most?: number }) {
  return whole(min)
    .default(otherwise)
    .transform((given) => Math.min(given, most ?? given))
    .meta({ type: "integer", minimum: min, default: otherwise });
}

const TRUE = ["true", "1", "yes", "y", "on", "t"];
const FALSE = ["false", "0", "no", "n", "off", "f"];

export const flag = text
  .transform((given, context) => {
    const word = given.toLowerCase();
    if (TRUE.includes(word)) return true;
    if (FALSE.includes(word)) return false;
    const message = "Input should be a valid boolean, unable to interpret input";
    context.addIssue({ code: "custom", message, params: { type: "bool_parsing" } });
    return z.NEVER;
  })
  .meta({ type: "boolean" });

/** A date-time, as microseconds. */
export const instant = text
  .transform((given, context) => {
    const read = readQueryInstant(given);
    if (read.ok) return read.at;
    context.addIssue({ code: "custom", message: read.message, params: { type: read.type } });
    return z.NEVER;
  })
  .meta({ ...TEXT, format: "date-time" });

const MAX_LIMIT = 100;

/** Airflow's pages: 50 rows unless another number is asked for, never more than `[api] maximum_page_limit`. */
export const page = {
  limit: wholeOf(0, { otherwise: 50, most: MAX_LIMIT }),
  offset: wholeOf(0, { otherwise: 0 }),
};
