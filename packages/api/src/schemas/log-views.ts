/** Requests about the lines of a log, and about why an attempt went as it did. */
import { z } from "zod";
import { text, texts, whole, wholeOf } from "./query.ts";
import { Attempt, Instance, TaskWhy } from "./task-answers.ts";
import { Failure, LogHits, LogIndex, LogLines, LogText, OutsideFailure } from "./run-view-answers.ts";

const params = z.object({
  dag_id: z.string(),
  dag_run_id: z.string(),
  task_id: z.string(),
  map_index: whole(-1),
  try_number: whole(1),
});

const MOST = 10_000;
const filter = {
  level: texts.optional().describe("`debug`, `info`, `warning`, `error`"),
  src: texts.optional().describe("`stdout`, `stderr`, `task`, `momiji`"),
};
const from = wholeOf(0, { otherwise: 0 }).describe("From this line on");

export const page = {
  params,
  query: z.object({
    from,
    limit: wholeOf(1, { otherwise: 500, most: MOST }).describe(`Lines; more than ${MOST} is taken for ${MOST}`),
    before: whole(1).optional().describe("The last lines before this one"),
    tail: whole(1)
      .transform((given) => Math.min(given, MOST))
      .optional()
      .meta({
        type: "integer",
        minimum: 1,
        description: `The last so many lines; more than ${MOST} is taken for ${MOST}`,
      }),
    ...filter,
  }),
  answers: { 200: { "application/x-ndjson": LogLines } },
};
export const search = {
  params,
  query: z.object({
    q: text.default("").describe("Found in whichever case; without it all lines of a level or source"),
    from,
    ...filter,
  }),
  answers: { 200: LogHits },
};
export const raw = { params, answers: { 200: { "text/plain": LogText } } };
export const index = { params, answers: { 200: LogIndex } };
/** 0: what failed before it began, since what it waits for did not go well. */
export const failure = { params: params.extend({ try_number: whole(0) }), answers: { 200: Failure } };

const { try_number: _, ...instance } = params.shape;

const Outcome = z
  .strictObject({
    try_number: z.int(),
    code: z.string().nullable().meta({ description: "As of a failure, or `marked`; null: it went well, or goes on" }),
    exitCode: z.int().nullable(),
    title: z.string().meta({ description: "What was said of it" }),
    errorName: z.string().nullable(),
    external: OutsideFailure.nullable().meta({ description: "The job outside; null: it had none" }),
  })
  .meta({ id: "AttemptOutcome" });

const Outputs = z
  .strictObject({
    entries: z.array(
      z
        .strictObject({
          key: z.string(),
          kind: z
            .string()
            .meta({ description: "As JSON calls it: `object`, `array`, `string`, `number`, `boolean`, `null`" }),
          size: z.int().meta({ description: "Characters of the whole value, as JSON" }),
          text: z.string().meta({ description: "Its beginning, with secrets hidden" }),
        })
        .meta({ id: "TaskOutput" }),
    ),
    total: z.int(),
  })
  .meta({ id: "TaskOutputs" });

export const taskPage = {
  params: z.object(instance),
  answers: {
    200: z
      .strictObject({
        task: Instance,
        tries: z.array(Attempt).meta({ description: "Every attempt, the last one too" }),
        outcomes: z.array(Outcome).meta({ description: "How each of them ended, and what job it had outside" }),
        failure: Failure.nullable().meta({ description: "Of one that has failed, for those who may read its log" }),
        outputs: Outputs.nullable().meta({
          description: "The first XComs of one that has succeeded, for those who may read them",
        }),
        why: TaskWhy.nullable().meta({ description: "Of one that waits, or was passed over" }),
      })
      .meta({ id: "TaskPage", description: "A task instance with what people ask of it first" }),
  },
};
