/** What the user interface is answered about a run: its gantt, why an attempt failed, the lines of its log. */
import { z } from "zod";
import { AnyJson, AnyObject, Count, Instant, MapIndex } from "./answer.ts";

const After = z.int().nullable().meta({ description: "Milliseconds after `origin`; null: not (yet)" });

export const Gantt = z
  .strictObject({
    origin: Instant.meta({ description: "When the run began" }),
    end: Instant.nullable(),
    rows: z.array(
      z.strictObject({
        id: z.string().meta({ description: "Of the task" }),
        m: MapIndex,
        state: z.string().nullable().meta({ description: "Now; also of what never had an attempt" }),
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

export const LogLine = z
  .strictObject({
    n: z.int().min(1).meta({ description: "Its number, from 1, without gaps" }),
    t: Instant,
    lv: z.enum(["debug", "info", "warning", "error"]).meta({ description: "Its level" }),
    src: z.string().meta({ description: "`stdout`, `stderr`, `task` (the author's `log`) or `momiji`" }),
    m: z.string().meta({ description: "The line" }),
  })
  .meta({ id: "LogLine", description: "A line of a log" });

const Frame = z
  .strictObject({
    file: z.string(),
    line: z.int(),
    column: z.int().nullable(),
    function: z.string().nullable(),
    own: z.boolean().meta({ description: "The author's; others are of libraries and of Momiji" }),
  })
  .meta({ id: "StackFrame" });

export const OutsideFailure = z
  .strictObject({
    kind: z.enum(["docker", "pod", "ecs", "batch", "other"]),
    id: z.string().nullable().meta({ description: "As the other side calls it; null: it was never launched" }),
    exitCode: z.int().nullable(),
    reason: z.string().nullable().meta({ description: "What was last said of it" }),
    href: z.string().nullable().meta({ description: "A page of the other side's console" }),
    logs: z
      .array(z.strictObject({ name: z.string(), href: z.string() }))
      .meta({ description: "Where the other side shows the log of each of its containers" }),
  })
  .meta({ id: "OutsideFailure" });

const Cause = z
  .strictObject({
    taskId: z.string(),
    mapIndex: MapIndex,
    tryNumber: Count,
    state: z.string().nullable(),
    code: z.string(),
    exitCode: z.int().nullable(),
    title: z.string(),
  })
  .meta({ id: "FailureCause" });

const Changed = z.enum(["code", "task", "image", "params", "conf", "worker"]);

const Change = z
  .strictObject({
    what: Changed,
    from: AnyJson,
    to: AnyJson.meta({ description: "Of `task`, `params` and `conf` the names of what is different, not the values" }),
  })
  .meta({ id: "FailureChange" });

export const Failure = z
  .strictObject({
    code: z.string(),
    title: z.string().meta({ description: "What went wrong, in one line" }),
    params: AnyObject,
    errorName: z.string().nullable().meta({ description: "Class of the error that was thrown" }),
    detail: z.string().nullable().meta({ description: "The stack, or the last lines of output" }),
    headline: z.string().nullable().meta({ description: "The line of the log that most likely says why" }),
    excerpt: z
      .strictObject({
        from: z.int().nullable(),
        lines: z.array(LogLine),
        total: Count.meta({ description: "Lines of the whole log" }),
      })
      .meta({ description: "The lines of the log around the last error" }),
    frames: z.array(Frame).meta({ description: "The innermost first, at most 50" }),
    external: OutsideFailure.nullable().meta({ description: "The job outside; null: it had none" }),
    isJob: z
      .boolean()
      .meta({ description: "Its work is a job outside, whose operator can say what it lacks: preflight" }),
    causes: z.array(Cause).meta({ description: "Of `upstream_failed`: what failed above it, the nearest first" }),
    lastSuccess: z
      .strictObject({ runId: z.string(), version: z.int(), end: Instant.nullable() })
      .nullable()
      .meta({ description: "The newest run before in which the task went well" }),
    changed: z.array(Change).meta({ description: "What is different since then" }),
    unchanged: z
      .array(Changed)
      .meta({ description: "What is the same since then, of code, image (of a container), parameters and inputs" }),
    sameErrorRuns: Count.meta({
      description: "Of the last failures of the task: in how many other runs it was this one",
    }),
    sameErrorTries: z.array(z.int()).meta({ description: "Numbers of the tries before it that failed alike" }),
    fingerprint: z.string().meta({ description: "The same for failures that differ in ids, sizes and moments alone" }),
    blocks: z
      .strictObject({ tasks: z.array(z.string()), dags: z.array(z.string()) })
      .meta({ description: "What does not run because of it" }),
    advice: z.array(
      z.strictObject({
        code: z.string(),
        kind: z
          .enum(["said", "guide", "general"])
          .meta({ description: "Of this failure; that the page has it; of every failure with this code" }),
        text: z.string(),
        href: z.string().meta({ description: "A page below `docs/`" }),
      }),
    ),
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
    groups: z
      .array(z.strictObject({ from: z.int(), to: z.int().nullable(), title: z.string() }))
      .meta({ description: "Lines between `::group::TITLE` and `::endgroup::`, both among them; the first 1,000" }),
    complete: z.boolean().meta({ description: "Whether the attempt is over, so that no line follows" }),
  })
  .meta({ id: "LogIndex", description: "What there is in a log" });

export const LogHits = z
  .strictObject({
    hits: z.array(z.int()).meta({ description: "Numbers of the lines that have the text, the first 10,000" }),
    total: Count,
  })
  .meta({ id: "LogHits", description: "Where a text stands in a log" });

/** What comes as a text is not read against it; the document tells it. */
export const LogLines = z.string().meta({
  description: "A `LogLine` as JSON a line",
  examples: ['{"n":1,"t":"2026-03-10T12:00:00Z","lv":"info","src":"stdout","m":"hello"}\n'],
});
export const LogText = z.string().meta({ description: "The lines as they were written" });
