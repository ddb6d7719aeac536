/** What is answered about variables, connections and pools, in Airflow's words; secrets read `***`. */
import { z } from "zod";
import { collection, Count } from "./answer.ts";

const Text = z.string().nullable();
const Team = z.null().meta({ description: "Momiji has no teams" });

export const VariableResponse = z
  .strictObject({
    key: z.string(),
    value: Text.meta({
      description: "`***` under a name that says it is secret; null: no key of this server opens it",
    }),
    description: Text,
    is_encrypted: z.boolean(),
    team_name: Team,
  })
  .meta({ id: "VariableResponse", description: "A value that tasks read by its key." });

export const ConnectionResponse = z
  .strictObject({
    connection_id: z.string(),
    conn_type: z.string().meta({ description: "Empty: no key of this server opens it, as its description says" }),
    description: Text,
    host: Text,
    login: Text,
    schema: Text,
    port: z.int().min(0).max(65_535).nullable(),
    password: Text.meta({ description: "`***` if there is one; sent back so it stays what it was" }),
    extra: Text.meta({ description: "JSON; what lies under names that say it is secret reads `***`" }),
    team_name: Team,
  })
  .meta({ id: "ConnectionResponse", description: "How to reach something outside, without its secrets." });

const slots = (about: string) => Count.meta({ description: about });

export const PoolResponse = z
  .strictObject({
    name: z.string(),
    slots: z.int().min(-1).meta({ description: "-1: without a limit" }),
    description: Text,
    include_deferred: z.boolean().meta({ description: "Whether deferred task instances hold slots" }),
    occupied_slots: slots("Of running and queued task instances, and of deferred ones if they count"),
    running_slots: slots("Of running task instances"),
    queued_slots: slots("Of queued task instances"),
    scheduled_slots: slots("Of those that wait for slots; they hold none"),
    open_slots: z
      .int()
      .meta({ description: "Free; below 0 after the pool was made smaller than what is held, -1 without a limit" }),
    deferred_slots: slots("Of deferred task instances"),
    team_name: Team,
  })
  .meta({
    id: "PoolResponse",
    description: "A limit of how many task instances run at once, with who holds its slots.",
  });

export const VariableCollection = collection("VariableCollectionResponse", "variables", VariableResponse);
export const ConnectionCollection = collection("ConnectionCollectionResponse", "connections", ConnectionResponse);
export const PoolCollection = collection("PoolCollectionResponse", "pools", PoolResponse);
