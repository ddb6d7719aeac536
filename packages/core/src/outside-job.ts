/**
 * What the engine knows of a job that runs outside of every worker (a container, a pod): enough to find it again from another
 * machine, and to tell people what it waits for.
 */
import type { Micros } from "./instant.ts";
import type { Json } from "./json.ts";

export interface OutsideJob {
  /** What its operator finds it by; null: it was not launched yet, as far as is known. */
  readonly handle: Json;
  /** The last word of its operator; absent: none yet. */
  readonly said?: { readonly at: Micros; readonly message: string };
}

/** What an order says of a job that an earlier part of the same attempt has launched. */
export interface LaunchedBefore {
  readonly handle: Json;
  /** When the attempt began. */
  readonly startedAt: Micros;
}
