/** What is told to a process of triggers, and what it answers with: see `fired.ts`. */
import type { Json } from "@momiji/core";

export interface TriggerWork {
  readonly name: string;
  readonly params: { readonly [name: string]: Json };
}
