/** What a page and the worker that holds the browser's one stream say to each other. */
import type { LiveEvent } from "@momiji/client";

export type ToWorker =
  | { readonly kind: "watch"; readonly topics: readonly string[]; readonly csrf: string; readonly baseUrl: string }
  | { readonly kind: "leave" };

/** `ended`: the server refuses us, since the session has ended. */
export type LiveState = "connecting" | "on" | "off" | "ended";

export type FromWorker =
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "state"; readonly state: LiveState; readonly at: number | null }
  /** From now on nothing of these is missed: what is read after this fits what comes. */
  | { readonly kind: "watching"; readonly topics: readonly string[] };
