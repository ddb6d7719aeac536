/** What is answered about many runs at once, about a run as a whole, about workers, and about what jobs lack. */
import { z } from "zod";
import { Count, Instant, MapIndex } from "./answer.ts";
import { RunState } from "./dag-answers.ts";
import { RunEnd } from "./run-end-answer.ts";
import { LogLine } from "./run-view-answers.ts";

const Lane = Count.meta({ description: "Number of a lane of `lanes`, from 0" });
const After = z.int().meta({ description: "Milliseconds after `from`" });

export const Timeline = z
  .strictObject({
    from: Instant,
    to: Instant,
    lanes: z.array(z.string()),
    runs: z.array(z.tuple([Lane, z.string(), z.string(), After, After.nullable()])).meta({
      description:
        "Lane, id (of a run; in lanes of pools and workers `DAG/RUN/TASK`), letter of the state as in a grid, start, end; null: it goes on",
    }),
    planned: z.array(z.tuple([Lane, After])).meta({ description: "In lanes of DAGs: runs to come" }),
    truncated: z.boolean().meta({
      description:
        "There are more runs than were looked at: 5,000, in lanes of pools and workers 500; the newest are told",
    }),
  })
  .meta({ id: "Timeline", description: "What ran when" });

const counts = {
  running: Count,
  queued: Count,
  scheduled: Count,
  deferred: Count,
  oldestQueued: Instant.nullable().meta({ description: "Since when the first of those that are queued waits" }),
};

export const Workers = z
  .strictObject({
    at: Instant,
    executors: z.array(
      z.strictObject({
        name: z.string(),
        slots: z.int().nullable().meta({ description: "Null: there is no such executor" }),
        ...counts,
      }),
    ),
    workers: z.array(
      z.strictObject({
        name: z.string(),
        host: z.string().nullable(),
        running: Count,
        attempts: z.array(
          z.strictObject({
            dagId: z.string(),
            runId: z.string(),
            taskId: z.string(),
            mapIndex: MapIndex,
            start: Instant.nullable(),
          }),
        ),
        hidden: Count.meta({ description: "Attempts that are not told: of DAGs that you may not see, or beyond 200" }),
      }),
    ),
    queues: z.array(z.strictObject({ name: z.string(), ...counts })),
    services: z.array(
      z.strictObject({
        type: z.string(),
        state: z.enum(["running", "success", "failed"]),
        alive: z.boolean(),
        host: z.string(),
        since: Instant,
        heartbeat: Instant,
      }),
    ),
  })
  .meta({ id: "Workers", description: "Who runs tasks, and what waits for them" });

const Edges = z.array(z.tuple([z.string(), z.string()])).meta({ description: "From a task to one that waits for it" });
const Names = z.array(z.string());

export const VersionDiff = z
  .strictObject({
    a: z.int(),
    b: z.int(),
    files: z.array(
      z.strictObject({
        path: z.string(),
        was: z.string().meta({ description: "Its path in `a`" }),
        isChanged: z.boolean().meta({ description: "Also by what it imports" }),
        a: z.string().nullable().meta({ description: "Null: it is not kept any more, too long, or withheld" }),
        b: z.string().nullable(),
        isTooLong: z.boolean().meta({ description: "More than 512 KiB: read it by itself" }),
      }),
    ),
    withheld: z.boolean().meta({ description: "You may not read the code" }),
    structure: z.strictObject({
      added: Names.meta({ description: "Tasks" }),
      removed: Names,
      changed: z.array(z.strictObject({ taskId: z.string(), fields: Names })),
      edges: z.strictObject({ added: Edges, removed: Edges }),
      params: z.strictObject({ added: Names, removed: Names, changed: Names }),
      dag: Names.meta({ description: "Other fields of the DAG that are different" }),
    }),
  })
  .meta({ id: "VersionDiff", description: "How two versions of a DAG differ" });

const Millis = z.int().nullable().meta({ description: "Milliseconds; null: not known" });
const key = { taskId: z.string(), mapIndex: MapIndex };

export const RunSummary = z
  .strictObject({
    dagId: z.string(),
    runId: z.string(),
    state: RunState,
    reason: z.string().nullable().meta({ description: "Why it ended as it did, if the run itself has one" }),
    runEnd: RunEnd.nullable().meta({ description: "The same as data" }),
    version: z.int(),
    start: Instant.nullable(),
    end: Instant.nullable(),
    durationMs: Millis,
    usualMs: Millis,
    states: z
      .record(z.string(), Count)
      .meta({ description: "Task instances by state; `none`: nothing has happened yet" }),
    total: Count,
    failures: z.array(
      z.strictObject({
        ...key,
        tryNumber: Count,
        code: z.string(),
        exitCode: z.int().nullable(),
        title: z.string(),
        headline: z.string().nullable().meta({
          description:
            "Of the first ten commands that ended with an exit code, for who may read their logs: the line that most likely says why",
        }),
        fingerprint: z.string(),
        end: Instant.nullable(),
        blocks: Names.meta({ description: "Tasks that failed with it without having run" }),
      }),
    ),
    waitsFor: z.array(z.strictObject({ ...key, state: z.string().nullable(), since: Instant.nullable() })),
    blockedDags: Names.meta({ description: "DAGs that get nothing because of what failed" }),
    truncated: z
      .boolean()
      .meta({ description: "There are more failures, or more that it waits for, than the 200 told" }),
  })
  .meta({ id: "RunSummary", description: "A run in short" });

export const RunLogHits = z
  .strictObject({
    hits: z.array(LogLine.extend({ ...key, tryNumber: Count }).meta({ id: "RunLogLine" })),
    total: Count,
    logs: Count.meta({ description: "Task instances that have begun" }),
    truncated: z.boolean().meta({ description: "There are more lines, or more than the 500 logs that were read" }),
  })
  .meta({ id: "RunLogHits", description: "Lines of all logs of a run, by time" });

const Verdict = z.enum(["ok", "failed", "warning", "unknown"]);

export const Preflight = z
  .strictObject({
    dagId: z.string(),
    version: z.int(),
    verdict: Verdict.nullable().meta({ description: "The worst of all; null: nothing was looked at" }),
    tasks: z.array(
      z.strictObject({
        taskId: z.string(),
        operator: z.string(),
        checks: z.array(
          z.strictObject({
            code: z.string(),
            title: z.string().meta({ description: "What was looked at" }),
            verdict: Verdict,
            detail: z.string().nullable(),
            remedy: z.string().nullable().meta({ description: "What to do" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Preflight", description: "What is missing for the jobs outside of a DAG to start" });
