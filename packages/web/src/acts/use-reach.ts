/** The life of an act with reach: what it would do, and that it was done, or refused because the world has moved. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { doCalls } from "./ask.ts";
import { useActToast } from "./act-toast.ts";
import { isMovedOn } from "./conflict.ts";
import { endAct, type ReachRequest } from "./open-act.ts";
import { differencesBetween, NO_DIFFERENCE, type PreviewItem } from "./preview.ts";
import type { Reach } from "./reach.ts";
import { dagIdsOf } from "./targets.ts";
import { usePreviews } from "./use-previews.ts";
import { useRefusal } from "./use-refusal.ts";

interface Given {
  readonly request: ReachRequest;
  readonly reach: Reach;
  readonly note: string;
}

export type ReachState = ReturnType<typeof useReach>;

export function useReach({ request, reach, note }: Given) {
  /** The list that somebody had confirmed when it was refused. */
  const [seen, setSeen] = useState<readonly PreviewItem[] | null>(null);
  const { error, calls, ...previews } = usePreviews(request, reach);
  const { items, exact, isAsking, again } = previews;
  const toast = useActToast();
  const done = useMutation({
    mutationFn: () => doCalls(calls(note), exact?.etags ?? []),
    onSuccess: () => {
      endAct();
      toast(request, exact);
    },
    onError: (refused) => {
      if (!isMovedOn(refused)) return;
      setSeen(items);
      again();
    },
  });
  const isMoved = isMovedOn(done.error);
  return {
    ...previews,
    again,
    differences: seen === null || isAsking ? NO_DIFFERENCE : differencesBetween(seen, items),
    isMoved,
    problem: error ?? (isMoved ? null : done.error),
    isDoing: done.isPending,
    perform: () => done.mutate(),
    refusal: useRefusal(request.target.of === "runs" ? "run" : "task_instance", dagIdsOf(request.target)),
  };
}
