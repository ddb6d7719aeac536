/** The columns of the list of assets. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Column } from "../../parts/table/column.ts";
import { When } from "../../parts/when.tsx";
import type { AssetRow } from "./assets.ts";
import { FreshnessWords } from "./freshness-words.tsx";

export function useAssetColumns(): readonly Column<AssetRow>[] {
  const { t } = useTranslation("assets");
  return [
    {
      id: "name",
      title: t("column.name"),
      track: "minmax(9rem, 2fr)",
      sort: "name",
      isFixed: true,
      card: "title",
      draw: ({ id, name }) => (
        <Link to="/assets/$assetId" params={{ assetId: String(id) }}>
          {name}
        </Link>
      ),
      text: ({ name }) => name,
    },
    {
      id: "uri",
      title: t("column.uri"),
      track: "minmax(9rem, 2fr)",
      sort: "uri",
      from: 900,
      draw: ({ uri }) => <code title={uri}>{uri}</code>,
      text: ({ uri }) => uri,
    },
    { id: "group", title: t("column.group"), track: "8rem", sort: "group", from: 1100, draw: ({ group }) => group },
    {
      id: "last",
      title: t("column.last"),
      track: "9rem",
      sort: "last_event",
      card: "line",
      draw: ({ last_asset_event: last }) => <When at={last.timestamp} show="minute" />,
      text: ({ last_asset_event: last }) => last.timestamp,
    },
    ...useRelations(),
  ];
}

/** How fresh it is by those who make it, and for whom. */
function useRelations(): readonly Column<AssetRow>[] {
  const { t } = useTranslation("assets");
  return [
    {
      id: "freshness",
      title: t("column.freshness"),
      track: "8rem",
      card: "line",
      draw: ({ last_asset_event: last, usualMs }) => (
        <FreshnessWords lastEvent={last.timestamp} usualMs={usualMs} isShort />
      ),
    },
    {
      id: "producers",
      title: t("column.producers"),
      track: "minmax(8rem, 2fr)",
      card: "line",
      draw: ({ producing_tasks: tasks }) => <DagLinks dagIds={tasks.map(({ dag_id: dagId }) => dagId)} />,
      text: ({ producing_tasks: tasks }) => namesOf(tasks.map(({ dag_id: dagId }) => dagId)).join(" "),
    },
    {
      id: "consumers",
      title: t("column.consumers"),
      track: "minmax(8rem, 2fr)",
      card: "line",
      draw: ({ scheduled_dags: dags }) => <DagLinks dagIds={dags.map(({ dag_id: dagId }) => dagId)} />,
      text: ({ scheduled_dags: dags }) => dags.map(({ dag_id: dagId }) => dagId).join(" "),
    },
  ];
}

/** Several tasks of a DAG are one. */
function namesOf(dagIds: readonly string[]): readonly string[] {
  return [...new Set(dagIds)];
}

function DagLinks({ dagIds }: { readonly dagIds: readonly string[] }) {
  const names = namesOf(dagIds);
  if (names.length === 0) return <>–</>;
  return names.map((dagId, at) => (
    <span key={dagId}>
      {at > 0 && ", "}
      <Link to="/dags/$dagId" params={{ dagId }}>
        {dagId}
      </Link>
    </span>
  ));
}
