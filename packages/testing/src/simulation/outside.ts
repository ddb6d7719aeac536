/** What everybody who changes the store from outside of the engine is given. */
import type { Store } from "@momiji/store";
import type { Audit } from "./audit/audit.ts";
import type { Random } from "./random.ts";
import type { SimClock } from "./sim-clock.ts";
import type { Trace } from "./trace.ts";

export interface Outside {
  readonly random: Random;
  readonly store: Store;
  readonly clock: SimClock;
  readonly audit: Audit;
  readonly trace: Trace;
}
