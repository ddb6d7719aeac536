/** Over the page when the session has ended: nothing that was typed is lost, and what was refused goes on by itself. */
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { shellQuery } from "../api/shell-query.ts";
import { reconnect } from "../live/connection.ts";
import { isSessionEnded, onSession } from "./session.ts";

const SignInAgain = lazy(() => import("./sign-in-again.tsx"));

export function SessionDialog() {
  const isEnded = useSyncExternalStore(onSession, isSessionEnded);
  const queries = useQueryClient();
  const wasEnded = useRef(false);
  useEffect(() => {
    if (wasEnded.current && !isEnded) {
      reconnect();
      // Perhaps somebody else has signed in.
      void queries.invalidateQueries({ queryKey: shellQuery.queryKey });
    }
    wasEnded.current = isEnded;
  }, [isEnded, queries]);
  if (!isEnded) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain name={queries.getQueryData(shellQuery.queryKey)?.user.username ?? ""} />
    </Suspense>
  );
}
