/** What routes are made of: what the server was given, and what they share. */
import type { ApiOptions } from "./api-options.ts";
import type { Graphs } from "./graphs.ts";

export interface ApiDeps extends ApiOptions {
  readonly graphs: Graphs;
}
