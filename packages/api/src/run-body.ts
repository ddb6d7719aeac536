/** A run as a whole body, with the version that it belongs to. */
import type { DagRun } from "@momiji/core";
import type { Graphs } from "./graphs.ts";
import { presentRun } from "./present.ts";

export async function runBody({ graphs }: { readonly graphs: Graphs }, run: DagRun) {
  return presentRun(run, await graphs.version(run.dagId, run.dagVersion));
}
