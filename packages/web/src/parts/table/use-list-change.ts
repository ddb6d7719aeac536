/** Lists across DAGs begin a day ago unless they are asked otherwise: whoever takes the last filter back means all times. */
import type { SearchChange, SearchValues } from "./filter.ts";
import { useChangeSearch } from "./use-change-search.ts";

export function useListChange(beginsADayAgo: boolean, values: SearchValues): (change: SearchChange) => void {
  const change = useChangeSearch();
  return (changed) => {
    const isAnySet = Object.values({ ...values, ...changed }).some((value) => value !== undefined);
    change(beginsADayAgo && !isAnySet ? { ...changed, all: true } : changed);
  };
}
