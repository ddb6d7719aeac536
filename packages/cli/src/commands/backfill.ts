/** `momiji backfill ...` */
import type { Register } from "../context.ts";
import { registerBackfillCreate } from "./backfill/create.ts";
import { registerBackfillList } from "./backfill/list.ts";
import { registerBackfillSwitches } from "./backfill/switches.ts";

export const registerBackfill: Register = (parent, context) => {
  const backfill = parent.command("backfill").description("run a DAG for a range of past dates");
  for (const register of [registerBackfillCreate, registerBackfillList, registerBackfillSwitches])
    register(backfill, context);
};
