/** The code that the run runs. */
import { CodeTab } from "../../dag/code/code-tab.tsx";
import type { RunTabProps } from "../run-data.ts";

export function RunCodeTab({ place: { dagId }, run }: RunTabProps) {
  return <CodeTab dagId={dagId} version={run.dag_version} />;
}
