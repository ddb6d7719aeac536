/** An asset: how fresh it is and why not, who makes it, who waits for it, its events, and what it is part of. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { readInstant } from "../../../format/instant.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { now } from "../../../now.ts";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { type AssetOverview, useAllAssets } from "../assets.ts";
import { freshnessOf } from "../freshness.ts";
import { lineageOf } from "../lineage/lineage.ts";
import { LineageView } from "../lineage/lineage-view.tsx";
import { AssetEvents } from "./asset-events.tsx";
import { AssetHead } from "./asset-head.tsx";
import { Consumers } from "./consumers.tsx";
import { Producers } from "./producers.tsx";
import { Watchers } from "./watchers.tsx";
import { WhyNotUpdated } from "./why-not-updated-card.tsx";

const SETTLE_MILLIS = 500;

export function AssetPage() {
  const { assetId } = useParams({ strict: false }) as { assetId: string };
  const { data, error, refetch } = useOverview(Number(assetId));
  useTitle(data?.asset.name ?? assetId);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return <Asset key={assetId} overview={data} />;
}

function useOverview(id: number) {
  const queryKey = ["assets", id];
  const enabled = useFresh({
    // What makes it goes on without an event of it.
    topics: ["assets", "home"],
    queryKey,
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event }) => event === "asset" || event === "run" || event === "dag",
  });
  return useQuery({
    enabled: enabled && Number.isSafeInteger(id),
    queryKey: [...queryKey, "overview"],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/assets/{asset_id}/overview", { params: { path: { asset_id: id } }, signal }),
  });
}

function Asset({ overview }: { readonly overview: AssetOverview }) {
  const { t } = useTranslation("assets");
  const { asset, producers, consumers, usualMs } = overview;
  const all = useAllAssets();
  const last = readInstant(asset.last_asset_event.timestamp);
  const freshness = freshnessOf({ last, usualMs, now: now() });
  return (
    <article>
      <AssetHead overview={overview} />
      {freshness !== "fresh" && <WhyNotUpdated overview={overview} isLate={freshness !== "unknown"} />}
      <Producers producers={producers} />
      <Consumers asset={asset} consumers={consumers} />
      {asset.watchers.length > 0 && <Watchers watchers={asset.watchers} />}
      <AssetEvents assetId={asset.id} />
      <Panel title={t("lineage.title")}>
        {all.error !== null && <ProblemPanel error={all.error} onRetry={() => void all.refetch()} />}
        {all.data !== undefined && <LineageView lineage={lineageOf(all.data.rows, asset.id)} around={asset.id} />}
      </Panel>
    </article>
  );
}
