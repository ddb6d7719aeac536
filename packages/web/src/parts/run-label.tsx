/** A run as people call it: by the moment that it was due, unless somebody gave it a name. Its id is one hover away. */
import { When } from "./when.tsx";

/** `scheduled__2026-11-21T18:00:00+00:00`: nobody reads that. */
const MADE = /^[a-z_]+__\d{4}-\d{2}-\d{2}T/;

interface RunLabelProps {
  readonly runId: string;
  /** When it was due, ISO 8601; undefined: not known yet. */
  readonly at: string | undefined;
}

export function RunLabel({ runId, at }: RunLabelProps) {
  return <span title={runId}>{at === undefined || !MADE.test(runId) ? runId : <When at={at} show="minute" />}</span>;
}
