/** A run as people call it: by the moment that it was due, unless somebody gave it a name. Its id is one hover away. */
import { momentOfRun } from "../format/run-moment.ts";
import { LongName } from "./long-name.tsx";
import { When } from "./when.tsx";

export function RunLabel({ runId }: { readonly runId: string }) {
  const at = momentOfRun(runId);
  return <span title={runId}>{at === null ? <LongName name={runId} /> : <When at={at} show="short" />}</span>;
}
