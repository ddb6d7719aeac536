/** What failed while the server could not be reached is asked for again once it can be, without anybody's doing. Used once, by the shell. */
import { MomijiError } from "@momiji/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLiveState } from "./use-live.ts";

export function useRecovery(): void {
  const queries = useQueryClient();
  const isOn = useLiveState().state === "on";
  useEffect(() => {
    const again = (): void =>
      void queries.refetchQueries({ type: "active", predicate: ({ state: { error } }) => isUnreached(error) });
    if (isOn) again();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [isOn, queries]);
}

/** From here on it is a proxy that answers for a server that does not. */
const BAD_GATEWAY = 502;

function isUnreached(error: Error | null): boolean {
  return error instanceof MomijiError && (error.status === 0 || error.status >= BAD_GATEWAY);
}
