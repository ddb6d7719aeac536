/** Changes the filter of a list that opens with one: whoever takes the last filter back means everything. */
import { preferences } from "../../preferences/preferences.ts";
import type { SearchChange, SearchValues } from "./filter.ts";
import { useChangeSearch } from "./use-change-search.ts";

/** Lists across DAGs begin a day ago unless they are asked otherwise. */
const OF_A_DAY: readonly string[] = ["/runs", "/task_instances"];

/** @param path of the list */
export function useListChange(path: string, values: SearchValues): (change: SearchChange) => void {
  const change = useChangeSearch();
  return (changed) => {
    const next = Object.entries({ ...values, ...changed });
    // Columns narrow nothing.
    const isAnySet = next.some(([name, value]) => name !== "cols" && value !== undefined);
    const opensWithOne = OF_A_DAY.includes(path) || preferences().usualViews[path] !== undefined;
    change(opensWithOne && !isAnySet ? { ...changed, all: true } : changed);
  };
}
