/** Clearing and marking what was chosen in a grid. */
import { openAct } from "../../../acts/open-act.ts";
import { chosenTasks } from "./chosen-tasks.ts";
import type { Range } from "./grid-keys.ts";
import type { Placed } from "./use-place.ts";

type Chosen = Pick<Placed, "dagId" | "grid" | "shown" | "columns">;

export type GridAct = (kind: "clear" | "mark", range: Range) => void;

export function useGridActs({ dagId, ...chosen }: Chosen): GridAct {
  return (kind, range) => {
    const tasks = chosenTasks(range, chosen).map((task) => ({ dagId, ...task }));
    if (tasks.length === 0) return;
    const target = { of: "tasks", tasks } as const;
    openAct(kind === "clear" ? { kind, target } : { kind, target, state: "success" });
  };
}
