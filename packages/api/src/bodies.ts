/**
 * The bodies of requests, read against their schemas; the first problem becomes a 422 in Airflow's form. Imported with the
 * first request that has a body: zod takes a good part of the server's start to load, and 8 MB of its memory.
 */
import type { TriggerRequest } from "@momiji/core";
import { z } from "zod";
import type { GivenAnswer } from "./answer-input.ts";
import { InvalidRequest } from "./errors.ts";
import { readInstantText } from "./instant-text.ts";
import { bodyProblems } from "./problems-of.ts";

/** A date-time with an offset, as microseconds. */
export const Instant = z
  .string()
  .transform((text, context) => {
    const read = readInstantText(text);
    if (read.ok) return read.at;
    context.addIssue({ code: "custom", message: read.message, params: { type: read.type } });
    return z.NEVER;
  })
  .meta({ type: "string", format: "date-time" });

/** A name with so many characters at the most. The store takes U+0000 for the end of one. */
export const Name = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((name) => !name.includes("\0"), "A name cannot have the character U+0000");

/** A note as people write it; Airflow allows this many characters. */
export const Note = z.string().max(1000);

/** Clients made from Airflow's document send null for what they leave out; only a `logical_date` of null means something. */
const Trigger = z.strictObject({
  dag_run_id: z.string().nullish().describe("Absent: made of the date"),
  logical_date: Instant.nullish().describe("null: the run belongs to no date"),
  data_interval_start: Instant.nullish().describe("With data_interval_end; absent: what the schedule says"),
  data_interval_end: Instant.nullish(),
  run_after: Instant.nullish().describe("It begins no earlier; absent: now"),
  conf: z.record(z.string(), z.json()).nullish().describe("Params of the run"),
  note: Note.nullish().describe("A note for the run"),
  partition_key: z.null("No DAG here is partitioned: leave the partition_key out").optional(),
});

/** A run without a date unless one is said. */
export const Materialize = Trigger.meta({ id: "MaterializeAssetBody" });

/** As Airflow's clients have to say it: null for a run that belongs to no date. */
export const TriggerWithDate = Trigger.required({ logical_date: true }).meta({ id: "TriggerDAGRunPostBody" });

export const Answer = z
  .strictObject({
    chosen_options: z.array(z.string()).min(1),
    params_input: z.record(z.string(), z.json()).optional(),
  })
  .meta({ id: "UpdateHITLDetailPayload" });

/** @throws ApiError `invalid` */
export function readAnswer(body: unknown): GivenAnswer {
  const { chosen_options, params_input = {} } = parse(Answer, body);
  return { chosenOptions: chosen_options, paramsInput: params_input };
}

export const AssetEvent = z
  .strictObject({ asset_id: z.int(), extra: z.record(z.string(), z.json()).nullable().optional() })
  .meta({ id: "CreateAssetEventsBody", examples: [{ asset_id: 1, extra: { rows: 42 } }] });

/** @throws ApiError `invalid` */
export function readMaterialize(body: unknown): TriggerRequest {
  return { logicalDate: null, ...readTrigger(body) };
}

/** @throws ApiError `invalid` */
export function readTrigger(body: unknown, { mustSayDate = false } = {}): TriggerRequest {
  const given = parse(mustSayDate ? TriggerWithDate : Trigger, body);
  return {
    ...(given.dag_run_id == null ? {} : { runId: given.dag_run_id }),
    ...(given.logical_date === undefined ? {} : { logicalDate: given.logical_date }),
    ...(given.data_interval_start == null ? {} : { dataIntervalStart: given.data_interval_start }),
    ...(given.data_interval_end == null ? {} : { dataIntervalEnd: given.data_interval_end }),
    ...(given.run_after == null ? {} : { runAfter: given.run_after }),
    ...(given.conf ? { conf: given.conf } : {}),
    ...(given.note ? { note: given.note } : {}),
  };
}

/** @throws InvalidRequest with the places of all problems */
export function parse<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body === undefined ? {} : body);
  if (result.success) return result.data;
  throw new InvalidRequest(bodyProblems(result.error, body));
}
