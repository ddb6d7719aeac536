/** Every asset: when it last changed, whether that is long ago, who makes it and who waits for it; as a list or as a graph. */
import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { type Fresh, useFreshList } from "../../parts/table/use-fresh-list.ts";
import { pageFrom, usePages } from "../../parts/table/use-pages.ts";
import { useTitle } from "../../parts/use-title.ts";
import { useAssetColumns } from "./asset-columns.tsx";
import { useAllAssets } from "./assets.ts";
import styles from "./assets.module.css";
import { lineageOf } from "./lineage/lineage.ts";
import { LineageView } from "./lineage/lineage-view.tsx";

const PAGE = 50;

export function AssetsPage() {
  const { t } = useTranslation("assets");
  const { view = "list" } = useSearch({ from: "/assets" });
  const change = useChangeSearch();
  const fresh = useFreshList({
    topics: ["assets", "home"],
    queryKey: ["assets"],
    concerns: ({ event, data }) => event === "asset" || event === "dag" || (event === "run" && data["s"] === "s"),
  });
  useTitle(t("title"));
  return (
    <>
      <div className={styles["top"]}>
        <h1>{t("title")}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t("view.label")}
          value={view}
          data={[
            { value: "list", label: t("view.list") },
            { value: "graph", label: t("view.graph") },
          ]}
          onChange={(chosen) => change({ view: chosen === "list" ? undefined : chosen })}
        />
      </div>
      {view === "list" ? <AssetList fresh={fresh} /> : <AssetGraph isWatched={fresh.isWatched} />}
    </>
  );
}

function AssetList({ fresh }: { readonly fresh: Fresh }) {
  const { t } = useTranslation("assets");
  const search = useSearch({ from: "/assets" });
  const navigate = useNavigate();
  const { q, sort = "name" } = search;
  const list = usePages({
    enabled: fresh.isWatched,
    queryKey: ["assets", "list", q, sort],
    read: async (from, signal) => {
      const query = { order_by: [sort], limit: PAGE, offset: Number(from), ...(q === undefined ? {} : { q }) };
      const { rows, total } = await client.get("/api/momiji/v1/assets", { params: { query }, signal });
      return pageFrom(rows, { total_entries: total }, from);
    },
  });
  return (
    <ListView
      name="assets"
      label={t("title")}
      columns={useAssetColumns()}
      list={list}
      fresh={fresh}
      filters={[]}
      search={{ name: "q", label: t("find") }}
      values={search}
      onChange={useChangeSearch()}
      say={(count) => t("count", { count })}
      empty={t("none")}
      keyOf={({ id }) => String(id)}
      nameOf={({ name }) => name}
      sort={sort}
      onOpen={({ id }) => void navigate({ to: "/assets/$assetId", params: { assetId: String(id) } })}
    />
  );
}

function AssetGraph({ isWatched }: { readonly isWatched: boolean }) {
  const all = useAllAssets(isWatched);
  if (all.error !== null) return <ProblemPanel error={all.error} onRetry={() => void all.refetch()} />;
  return all.data === undefined ? null : <LineageView lineage={lineageOf(all.data.rows)} />;
}
