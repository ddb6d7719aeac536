/** Requests of the user interface that Airflow's API does not have. */
import { z } from "zod";
import { Instant } from "../bodies.ts";
import { flag, instant, text, texts, whole } from "./query.ts";

const limited = (min: number, most: number, otherwise: number) =>
  whole(min)
    .default(otherwise)
    .transform((given) => Math.min(given, most));

export const grid = {
  query: z.object({
    runs: limited(1, 100, 25),
    before: text.optional(),
    run_type: texts.optional(),
    state: texts.optional(),
    times: flag.default(false),
  }),
};

export const calendar = {
  query: z.object({
    from: instant,
    to: instant,
    unit: z.enum(["day", "hour"]).default("day"),
    zone: text.optional(),
  }),
};

export const search = { query: z.object({ q: text, kinds: texts.optional() }) };

export const schedule = {
  body: z.strictObject({
    dagId: z.string().optional(),
    schedule: z.string().nullish(),
    timezone: z.string().default("UTC"),
    startDate: Instant.nullish(),
    endDate: Instant.nullish(),
    catchup: z.boolean().default(false),
    count: z.int().min(1).max(100).default(10),
    after: Instant.optional(),
  }),
};

export const home = { query: z.object({ since: instant.optional() }) };

export const document = { body: z.json() };
