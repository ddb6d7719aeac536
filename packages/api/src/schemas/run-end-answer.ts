/** Why a run ended, as data. */
import { z } from "zod";
import { Count } from "./answer.ts";

export const RunEnd = z
  .strictObject({
    code: z.enum(["failed_fast", "failed_at_end", "others_failed", "deadlock", "timed_out", "marked", "cancelled"]),
    names: z.array(z.string()).meta({ description: "Task instances, the first few" }),
    more: Count.meta({ description: "That are not named" }),
    number: z
      .number()
      .nullable()
      .meta({ description: "Of `timed_out` the seconds that it had, of `cancelled` the id of its backfill" }),
  })
  .meta({ id: "RunEnd", description: "Why a run ended" });
