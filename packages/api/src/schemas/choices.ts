/** Query parameters that choose: names to order by, one of some words, a switch that is on or off unless it is said. */
import { z } from "zod";
import { flag, text, texts, whole } from "./query.ts";

/** The number of a thing in a path. */
export const id = whole(0);

/** One of these words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return text.pipe(z.enum(words)).meta({ type: "string", enum: words });
}

/** Names to order by, each also the other way round with `-`; the routes refuse others with 400, as Airflow does. */
export function order(...names: readonly string[]) {
  const values = names.flatMap((name) => [name, `-${name}`]);
  return texts.optional().meta({ type: "array", items: { type: "string", enum: values } });
}

/** What is so unless something else is asked for. */
export function flagOr(otherwise: boolean) {
  return flag.default(otherwise).meta({ type: "boolean", default: otherwise });
}
