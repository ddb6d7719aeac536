/** What a trigger comes to: its event, or why it will never come. */
import type { AttemptOutcome, Json } from "@momiji/core";

export type Fired = { readonly event: Json } | { readonly outcome: AttemptOutcome };
