/** What greets, and what is found: answers to the user interface. */
import { z } from "zod";
import { Count, Instant, MapIndex } from "./answer.ts";
import { RunState } from "./dag-answers.ts";
import { Reason } from "./reason-answers.ts";
import { RunEnd } from "./run-end-answer.ts";
import { PoolResponse } from "./setting-answers.ts";

const At = { dagId: z.string(), runId: z.string() };

export const Home = z
  .strictObject({
    seq: z.string().meta({ description: "`last_event_id` of a stream of events that goes on from here" }),
    at: Instant,
    since: Instant.meta({ description: "From when on what has ended is counted" }),
    running: z
      .array(
        z.strictObject({
          ...At,
          state: RunState,
          type: z.string(),
          start: Instant.nullable(),
          tasks: z
            .strictObject({ done: Count, all: Count })
            .meta({ description: "Its task instances, and those of them that have ended" }),
          usualMs: z.number().nullable().meta({ description: "How long runs of the DAG usually take" }),
        }),
      )
      .meta({ description: "Runs that go on or wait, the newest first; of this and every list below the first 25" }),
    failures: z
      .array(
        z.strictObject({
          dagId: z.string(),
          taskId: z.string().nullable(),
          mapIndex: MapIndex,
          tryNumber: Count,
          fingerprint: z.string(),
          code: z.string().nullable().meta({ description: "Of its first task that failed; null: none did" }),
          exitCode: z.int().nullable(),
          end: RunEnd.nullable().meta({ description: "Why the newest of the runs ended" }),
          title: z.string(),
          headline: z.string().nullable().meta({
            description:
              "Of a command that ended with an exit code, for who may read its log: the line that most likely says why",
          }),
          runs: z.array(z.string()).meta({ description: "Ids of the runs that failed alike" }),
          last: Instant.nullable(),
          goodBefore: Count.meta({
            description: "Runs of the DAG that had succeeded one after the other when the first of them failed",
          }),
          blocked: Count.meta({ description: "Task instances of the newest of them that wait for it in vain" }),
          blockedDags: Count.meta({
            description: "DAGs that get nothing because of it: no asset is made for them, or no run triggered",
          }),
          fixed: z.boolean().meta({ description: "A later run of the DAG has succeeded since" }),
        }),
      )
      .meta({ description: "Runs that failed, those that failed for the same reason together" }),
    counts: z.strictObject({ active: Count, failed: Count, success: Count }).meta({ description: "Of runs" }),
    history: z
      .array(z.tuple([Instant, z.strictObject({ success: Count, failed: Count })]))
      .meta({ description: "Runs by the hour (UTC) in which they ended" }),
    dags: z.strictObject({ all: Count, paused: Count }),
    next: z
      .array(z.strictObject({ dagId: z.string(), runAfter: Instant }))
      .meta({ description: "What begins next by itself" }),
    hitl: z
      .array(
        z.strictObject({
          ...At,
          taskId: z.string(),
          mapIndex: MapIndex,
          subject: z.string(),
          since: Instant.nullable(),
          assignedTo: z.array(z.string()).meta({ description: "Who alone may answer; empty: everybody" }),
        }),
      )
      .meta({ description: "Questions that wait for an answer of people" }),
    late: z
      .array(
        z.strictObject({
          ...At,
          name: z.string().nullable(),
          due: Instant.nullable(),
          why: Reason.nullable().meta({
            description: "What the run waits for; null: nothing holds it",
          }),
        }),
      )
      .meta({ description: "Deadlines that were missed by runs that have not ended" }),
    importErrors: z.array(
      z.strictObject({ id: z.int(), file: z.string(), line: z.int().nullable(), message: z.string() }),
    ),
    totals: z
      .strictObject({ failures: Count, hitl: Count, late: Count, importErrors: Count, next: Count })
      .meta({ description: "How many there are of each, of which the lists have the first" }),
    pools: z.array(PoolResponse).meta({ description: "Empty without the right to read pools" }),
    dagFolders: z
      .array(z.string())
      .meta({ description: "Where files of DAGs are looked for; empty without the right to read the configuration" }),
    services: z
      .array(z.strictObject({ type: z.string(), state: z.enum(["running", "success", "failed"]) }))
      .meta({ description: "Processes; empty without the right to read jobs" }),
  })
  .meta({ id: "Home", description: "What runs, what has failed, what is late, what comes next." });

export const SearchResults = z
  .strictObject({
    results: z.array(
      z.strictObject({
        kind: z.string().meta({ description: "`dag`, `run`, `task`, `asset`, `pool`, `variable` or `connection`" }),
        id: z.string(),
        title: z.string(),
        dagId: z.string().optional().meta({ description: "Of a run or task" }),
        runAfter: Instant.optional().meta({ description: "Of a run: when it was due" }),
        href: z.string().meta({ description: "Its page in the user interface" }),
      }),
    ),
  })
  .meta({ id: "SearchResults", description: "At most 20 of each kind." });

export const SearchIndex = z
  .strictObject({
    dags: z
      .array(z.tuple([z.string(), z.string(), z.array(z.string()), z.array(z.string())]))
      .meta({ description: "Id, display name, tags, owners" }),
  })
  .meta({ id: "SearchIndex", description: "All DAGs in short, for a client that searches by itself." });
