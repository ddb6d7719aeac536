/** What the server has answered, kept while it is true: live events patch it, so nothing is asked for again by the clock. */
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, toLogin } from "./client.ts";

const FIVE_MINUTES_MILLIS = 300_000;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) toLogin();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: FIVE_MINUTES_MILLIS,
      // The client itself asks again what a busy server could not answer.
      retry: false,
      refetchOnWindowFocus: false,
    },
  },
});
