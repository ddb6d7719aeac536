/** What a spec says of a DAG as a whole. */
import type { DagSpec } from "@momiji/core";

/** The spec without what its tasks say. */
export type DagFields = Omit<DagSpec, "tasks" | "groups" | "source">;
