/** What is said after an act, and how it is taken back. */
import type { ReachRequest } from "./open-act.ts";
import type { WholePreview } from "./preview.ts";

export function useActToast(): (request: ReachRequest, done: WholePreview | undefined) => void {
  return () => undefined;
}

export function useSwitchToast(_dagId: string): (isOn: boolean) => void {
  return () => undefined;
}
