/** What stands around every page of the interface. */
import { z } from "zod";
import type { DagEntity, Thing } from "../access/access.ts";
import { ENTITIES, THINGS } from "../access/vocabulary.ts";
import { Me } from "./access-answers.ts";
import { AnyJson, Count, Instant } from "./answer.ts";

const WHAT = Object.keys({ ...ENTITIES, ...THINGS }) as (DagEntity | Thing)[];

const Right = z
  .strictObject({
    of: z.enum(WHAT).meta({ description: "What it is about" }),
    may: z.enum(["read", "create", "edit", "delete"]),
    permission: z.string().meta({ description: "As roles name it: `can_edit on DAG Runs`" }),
    role: z.string().nullable().meta({ description: "The least of the built-in roles that has it" }),
    allowed: z.boolean(),
  })
  .meta({ id: "Right", description: "Something that whoever asks may do, or may not." });

const DagIds = z.array(z.string()).nullable();

const Service = z
  .strictObject({ type: z.string(), isAlive: z.boolean(), heartbeatAt: Instant.nullable(), hostname: z.string() })
  .meta({ id: "ShellService", description: "A process, and whether it has given a sign of life of late" });

const Shell = z
  .strictObject({
    seq: z.string().meta({ description: "`last_event_id` of a stream of events that goes on from here" }),
    version: z.string().meta({ description: "Of the server" }),
    user: Me,
    rights: z.array(Right),
    dags: z
      .strictObject({ edit: DagIds, delete: DagIds })
      .meta({ description: "DAGs that may be changed, with their runs, and deleted; null: every one" }),
    preferences: AnyJson.meta({ description: "What the user has put to `me/preferences`" }),
    active: z
      .strictObject({ total: Count, runs: z.array(z.tuple([z.string(), z.string(), z.enum(["q", "r", "s", "f"])])) })
      .meta({ description: "Runs that go on or wait; the first 1,000 by DAG, id and letter of the state" }),
    inbox: Count.meta({ description: "Questions that wait for an answer of people" }),
    importErrors: Count,
    services: z.array(Service).meta({ description: "Processes; empty without the right to read jobs" }),
    retention: z
      .strictObject({ logDays: z.number().nullable(), runDays: z.number().nullable() })
      .meta({ description: "After how many days logs and finished runs go; null: never, or nobody says" }),
  })
  .meta({ id: "Shell", description: "Who looks and what they may, what runs, and what waits for people." });

export const shell = { answers: { 200: Shell } };
