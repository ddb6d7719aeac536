/** A run along its time. */
import { GanttView } from "../../dag/gantt/gantt-view.tsx";
import type { RunTabProps } from "../run-data.ts";

export function RunGanttTab({ place: { dagId, runId } }: RunTabProps) {
  return <GanttView key={runId} dagId={dagId} runId={runId} />;
}
