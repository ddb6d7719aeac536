/** A run as a graph, in the version of the DAG that it last ran. */
import { GraphView } from "../../dag/graph/graph-view.tsx";
import type { RunTabProps } from "../run-data.ts";

export function RunGraphTab({ place: { dagId, runId }, run }: RunTabProps) {
  return <GraphView key={runId} dagId={dagId} runId={runId} version={run.dag_versions.at(-1)?.version_number} />;
}
