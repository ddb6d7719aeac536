/** Questions about the installation itself, in Airflow's words. */
import { z } from "zod";
import { flag, instant, page, text, texts } from "./query.ts";

export const config = { query: z.object({ section: text.optional() }) };
export const pages = { query: z.object(page) };

function range<Name extends string>(name: Name) {
  return {
    [`${name}_gte`]: instant.optional(),
    [`${name}_gt`]: instant.optional(),
    [`${name}_lte`]: instant.optional(),
    [`${name}_lt`]: instant.optional(),
  } as Record<`${Name}_${"gte" | "gt" | "lte" | "lt"}`, z.ZodOptional<typeof instant>>;
}

export const jobs = {
  query: z.object({
    is_alive: flag.optional(),
    ...range("start_date"),
    ...range("end_date"),
    ...page,
    order_by: texts.optional(),
    job_state: text.optional(),
    job_type: text.optional(),
    hostname: text.optional(),
    executor_class: text.optional(),
  }),
};
