/** What nobody watches may change unseen. */
import { hashKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** When these are not shown any more they are still kept, but whoever comes back to them reads them anew. */
export function useUnwatched(queryKey: readonly unknown[]): void {
  const queries = useQueryClient();
  const hash = hashKey(queryKey);
  useEffect(() => () => void queries.invalidateQueries({ queryKey, refetchType: "none" }), [queries, hash]);
}
