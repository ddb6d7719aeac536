/** A task that asks a person (human in the loop): what is asked, of whom, and what the answer does. */
import type { CallbackSpec } from "./callback-spec.ts";
import type { Json } from "./json.ts";

/** Airflow's `HITLUser`. */
export interface InputUser {
  readonly id: string;
  readonly name: string;
}

/**
 * `approval`: Approve or Reject; `choose`: one or several options; `branch`: the options decide which tasks follow; `form`:
 * fields with a schema. Subject and body stand in the task's params, since they are templates.
 */
export interface InputSpec {
  readonly kind: "approval" | "choose" | "branch" | "form";
  readonly options: readonly string[];
  /** What is taken when the time is up; absent: the task fails then. */
  readonly defaults?: readonly string[];
  /** Several options may be chosen. */
  readonly multiple?: boolean;
  /** JSON schema (draft 2020-12) of the fields, and the defaults that it states. */
  readonly form?: { readonly schema: Json; readonly defaults: { readonly [name: string]: Json } };
  /** Who may answer; absent: everybody. */
  readonly assignees?: readonly InputUser[];
  /** Airflow's `response_timeout`: from the question on; absent: it waits for ever. */
  readonly responseTimeoutSeconds?: number;
  /** Of an approval: a rejection fails the task instead of skipping what follows it. */
  readonly failOnReject?: boolean;
  /** Of an approval: a rejection skips everything behind the task, not only what follows it directly. */
  readonly ignoreDownstreamTriggerRules?: boolean;
  /** Of a branch: the tasks directly behind this one that an option stands for. */
  readonly branches?: { readonly [option: string]: readonly string[] };
  /** Told when the question is asked. */
  readonly onInput?: readonly CallbackSpec[];
}
