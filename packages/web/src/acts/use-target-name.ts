/** How dialogs call what they are about. */
import { momentOfRun } from "../format/run-moment.ts";
import { useMoment } from "../parts/use-moment.ts";
import type { ActTarget } from "./open-act.ts";
import { nameOfTarget } from "./targets.ts";

export function useTargetName(target: ActTarget): string {
  const moment = useMoment();
  return nameOfTarget(target, (runId) => moment(momentOfRun(runId) ?? runId));
}
