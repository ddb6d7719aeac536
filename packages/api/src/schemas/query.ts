/** Query parameters as Airflow reads them: texts that stand for numbers, switches and instants. */
import { z } from "zod";
import { readQueryInstant } from "../instant-text.ts";

/** A parameter that is given once; of several the last counts. */
export const text = z.union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? "")]);

/** A parameter that may be given several times. */
export const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/** A whole number from `min`. */
export function whole(min: number) {
  return text.transform((given, context) => {
    const isWhole = /^[+-]?\d{1,15}$/.test(given);
    const message = isWhole
      ? `Input should be greater than or equal to ${min}`
      : "Input should be a valid integer, unable to parse string as an integer";
    if (isWhole && Number(given) >= min) return Number(given);
    context.addIssue({ code: "custom", message, params: { type: isWhole ? "greater_than_equal" : "int_parsing" } });
    return z.NEVER;
  });
}

const TRUE = ["true", "1", "yes", "y", "on", "t"];
const FALSE = ["false", "0", "no", "n", "off", "f"];

export const flag = text.transform((given, context) => {
  const word = given.toLowerCase();
  if (TRUE.includes(word)) return true;
  if (FALSE.includes(word)) return false;
  const message = "Input should be a valid boolean, unable to interpret input";
  context.addIssue({ code: "custom", message, params: { type: "bool_parsing" } });
  return z.NEVER;
});

/** A date-time, as microseconds. */
export const instant = text.transform((given, context) => {
  const read = readQueryInstant(given);
  if (read.ok) return read.at;
  context.addIssue({ code: "custom", message: read.message, params: { type: read.type } });
  return z.NEVER;
});

const MAX_LIMIT = 100;

/** Airflow's pages: 50 rows unless another number is asked for, never more than `[api] maximum_page_limit`. */
export const page = {
  limit: whole(0)
    .default(50)
    .transform((limit) => Math.min(limit, MAX_LIMIT)),
  offset: whole(0).default(0),
};
