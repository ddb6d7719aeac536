/** What the server has answered, kept while it is true: live events patch it, so nothing is asked for again by the clock. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, toLogin } from "./client.ts";

const FIVE_MINUTES_MILLIS = 300_000;

function onError(error: Error): void {
  if (isSignedOut(error)) toLogin();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: FIVE_MINUTES_MILLIS,
      // The client itself asks again what a busy server could not answer.
      retry: false,
      refetchOnWindowFocus: false,
      // Without a network it is said at once that the server cannot be reached; use-recovery.ts asks again.
      networkMode: "always",
    },
    // Nor is anything done later that somebody no longer waits for.
    mutations: { networkMode: "always" },
  },
});
