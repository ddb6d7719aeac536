/** What the user interface is answered about a run: its gantt, why an attempt failed, the lines of its log. */
import { z } from "zod";
import { AnyObject, Count, Instant, MapIndex } from "./answer.ts";

const After = z.int().nullable().meta({ description: "Milliseconds after `origin`; null: not (yet)" });

export const Gantt = z
  .strictObject({
    origin: Instant.meta({ description: "When the run began" }),
    end: Instant.nullable(),
    rows: z.array(
      z.strictObject({
        id: z.string().meta({ description: "Of the task" }),
        m: MapIndex,
        tries: z.array(z.tuple([Count, z.string().nullable(), After, After, After, After])).meta({
          description: "Number of the attempt, its state, and when it was scheduled, queued, started and ended",
        }),
      }),
    ),
    median: z
      .record(z.string(), z.tuple([z.int(), z.int()]))
      .meta({ description: "By task: when it usually starts after the run, and how long it takes, in milliseconds" }),
    critical: z.array(z.string()).meta({ description: "The chain of tasks that made the run as long as it was" }),
  })
  .meta({ id: "Gantt", description: "A run along its time." });

const LogLine = z
  .strictObject({
    n: z.int().min(1).meta({ description: "Its number, from 1, without gaps" }),
    t: Instant,
    lv: z.enum(["debug", "info", "warning", "error"]).meta({ description: "Its level" }),
    src: z.string().meta({ description: "`stdout`, `stderr`, `task` (the author's `log`) or `momiji`" }),
    m: z.string().meta({ description: "The line" }),
  })
  .meta({ id: "LogLine" });

export const Failure = z
  .strictObject({
    code: z.string().nullable(),
    title: z.string().meta({ description: "What went wrong, in one line" }),
    params: AnyObject,
    detail: z.string().nullable().meta({ description: "The stack, or the last lines of output" }),
    excerpt: z
      .strictObject({ from: z.int().nullable(), lines: z.array(LogLine) })
      .meta({ description: "The lines of the log around the last error" }),
    external: z
      .strictObject({ said: z.string().nullable() })
      .nullable()
      .meta({ description: "Of a job outside: what was last said of it" }),
    lastSuccess: z
      .strictObject({ runId: z.string(), version: z.int(), end: Instant.nullable() })
      .nullable()
      .meta({ description: "The newest run before in which the task went well" }),
    changed: z
      .array(z.strictObject({ what: z.literal("code"), from: z.int(), to: z.int() }))
      .meta({ description: "What is different since then: versions of the DAG" }),
    sameErrorRuns: Count.meta({ description: "Of the last failed runs: how many failed alike" }),
    fingerprint: z.string().meta({ description: "The same for failures that differ in ids, sizes and moments alone" }),
    blocks: z.strictObject({ tasks: z.array(z.string()) }).meta({ description: "What does not run because of it" }),
  })
  .meta({ id: "Failure", description: "Why an attempt has failed." });

export const LogIndex = z
  .strictObject({
    lines: Count,
    characters: Count,
    last: Count.meta({ description: "Number of the last line" }),
    levels: z.record(z.string(), Count).meta({ description: "Lines by level" }),
    errors: z.array(z.int()).meta({ description: "Numbers of the lines with errors, the first 1,000" }),
    sources: z.array(z.string()),
    complete: z.boolean().meta({ description: "Whether the attempt is over, so that no line follows" }),
  })
  .meta({ id: "LogIndex" });

export const LogHits = z
  .strictObject({
    hits: z.array(z.int()).meta({ description: "Numbers of the lines that have the text, the first 10,000" }),
    total: Count,
  })
  .meta({ id: "LogHits" });

/** What comes as a text is not read against it; the document tells it. */
export const LogLines = z.string().meta({
  description: "A `LogLine` as JSON a line",
  examples: ['{"n":1,"t":"2026-03-10T12:00:00Z","lv":"info","src":"stdout","m":"hello"}\n'],
});
export const LogText = z.string().meta({ description: "The lines as they were written" });
