/** What an act would do: to all in its reach, and to those of them that are ticked. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { chosenOf, moreOf, previewCalls } from "./ask.ts";
import type { ReachRequest } from "./open-act.ts";
import type { PreviewItem } from "./preview.ts";
import { callsOf, type Left, NOTHING_LEFT, type Reach } from "./reach.ts";
import { useTicks } from "./use-ticks.ts";

/** Never from the cache: it is what would happen now. */
const NOW = { gcTime: 0, staleTime: 0 } as const;

export function usePreviews(request: ReachRequest, reach: Reach) {
  const [more, setMore] = useState<readonly PreviewItem[]>([]);
  const ticks = useTicks(request);
  const target = useQuery({
    ...NOW,
    queryKey: ["act-target", request.target],
    queryFn: () => chosenOf(request.target),
  });
  const { data: chosen } = target;
  const callsFor = (left: Left, note = "") =>
    chosen === undefined ? [] : callsOf(chosen, { act: request, reach, note, left });
  const ask = (left: Left, enabled: boolean) => ({
    ...NOW,
    enabled: chosen !== undefined && enabled,
    queryKey: ["act-preview", request, reach, left],
    queryFn: () => previewCalls(callsFor(left)),
    placeholderData: keepPreviousData,
  });
  const whole = useQuery(ask(NOTHING_LEFT, true));
  const items = useMemo(() => [...(whole.data?.items ?? []), ...more], [whole.data, more]);
  const left = ticks.leftOf({ items, isCut: (whole.data?.total ?? 0) > items.length });
  const isAll = left.items.length === 0 && !left.running;
  const some = useQuery(ask(left, whole.data !== undefined && !isAll));
  const [call, another] = callsFor(NOTHING_LEFT);
  return {
    ...ticks,
    items,
    whole: whole.data,
    exact: isAll ? whole.data : some.data,
    calls: (note: string) => callsFor(left, note),
    isAsking: target.isPending || whole.isFetching || (!isAll && some.isFetching),
    error: target.error ?? whole.error ?? (isAll ? null : some.error),
    again: (): void => {
      setMore([]);
      void whole.refetch();
      if (!isAll) void some.refetch();
    },
    /** Absent where several calls make one list. */
    loadMore:
      call === undefined || another !== undefined
        ? undefined
        : async () => setMore([...more, ...(await moreOf(call, items.length)).items]),
  };
}
