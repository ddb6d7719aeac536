/** Which of the list are meant. What runs is left alone unless somebody ticks it. */
import { useState } from "react";
import type { ReachRequest } from "./open-act.ts";
import { isUnderWay, keyOf, type PreviewItem } from "./preview.ts";
import { type Left, NOTHING_LEFT } from "./reach.ts";

export interface Listed {
  readonly items: readonly PreviewItem[];
  /** There are more than the list shows: of those only all that run can be left together. */
  readonly isCut: boolean;
}

export function useTicks(request: ReachRequest) {
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [stopsRunning, setStopsRunning] = useState(false);
  const isClear = request.kind === "clear";
  const isTicked = (item: PreviewItem): boolean => ticks.get(keyOf(item)) ?? !(isClear && isUnderWay(item));
  return {
    isTicked,
    tick: (item: PreviewItem, isOn: boolean) => setTicks((old) => new Map([...old, [keyOf(item), isOn]])),
    stopsRunning,
    setStopsRunning,
    leftOf: ({ items, isCut }: Listed): Left => {
      if (!isClear) return NOTHING_LEFT;
      const unticked = items.filter((item) => !isTicked(item) && !(isCut && isUnderWay(item)));
      return {
        items: unticked.map(({ key: { dag_run_id, task_id, map_index } }) => ({ dag_run_id, task_id, map_index })),
        running: isCut && !stopsRunning,
      };
    },
  };
}
