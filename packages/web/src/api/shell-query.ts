/** Who looks and what they may, what runs, and what waits for people: one answer for all that stands around the pages. */
import type { components } from "@momiji/client";
import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export type ShellAnswer = components["schemas"]["Shell"];

export const shellQuery = queryOptions({
  queryKey: ["shell"],
  queryFn: ({ signal }) => client.get("/api/momiji/v1/shell", { signal }),
});
