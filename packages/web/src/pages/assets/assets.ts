/** Assets as the server tells them. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../api/client.ts";

export type AssetRow = components["schemas"]["AssetRow"];
export type AssetOverview = components["schemas"]["AssetOverview"];
export type AssetEvent = components["schemas"]["AssetEventResponse"];
export type Producer = AssetOverview["producers"][number];
export type Consumer = AssetOverview["consumers"][number];

/** Drawn together; more are not read by anybody. */
const MOST_DRAWN = 1000;

/** All assets, to see what is made of what. */
export function useAllAssets(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ["assets", "all"],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/assets", { params: { query: { limit: MOST_DRAWN } }, signal }),
  });
}
