/** What is answered to the question why something does not run. */
import { REASON_CODES } from "@momiji/core";
import { z } from "zod";
import { AnyObject, Instant } from "./answer.ts";
import { RunState } from "./dag-answers.ts";

export const Reason = z
  .strictObject({
    code: z.enum(REASON_CODES).meta({ description: "Stable: programs go by it. Later versions may have more" }),
    text: z.string(),
    remedy: z.string().meta({ description: "What to do" }),
    details: AnyObject.optional().meta({ description: "The same as data: counts, and names of who is in the way" }),
  })
  .meta({ id: "Reason", description: "Something that is waited for" });

export const PassedCheck = Reason.omit({ remedy: true })
  .extend({ code: z.enum(REASON_CODES).meta({ description: "That of the reason that it would be otherwise" }) })
  .meta({ id: "PassedCheck", description: "Something that was looked at and is not waited for" });

export const whys = {
  reasons: z.array(Reason).meta({ description: "What it waits for; none: nothing" }),
  notes: z.array(Reason).meta({ description: "What else there is to know" }),
};

export const RunWhy = z
  .strictObject({ dag_id: z.string(), dag_run_id: z.string(), state: RunState, ...whys })
  .meta({ id: "DAGRunExplanation", description: "Why a run is not further" });

export const DagWhy = z
  .strictObject({
    dag_id: z.string(),
    runnable: z.boolean(),
    ...whys,
    next_run: z
      .strictObject({
        logical_date: Instant.nullable(),
        data_interval_start: Instant.nullable(),
        data_interval_end: Instant.nullable(),
        run_after: Instant,
      })
      .nullable(),
  })
  .meta({ id: "DAGExplanation", description: "Why a DAG has no run now, and when the next one comes" });
