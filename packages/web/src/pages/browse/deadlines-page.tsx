/** Deadlines of runs: those that were missed, and those that come. */
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { RunLabel } from "../../parts/run-label.tsx";
import type { Column } from "../../parts/table/column.ts";
import type { Filter } from "../../parts/table/filter.ts";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { type PagedList, usePages } from "../../parts/table/use-pages.ts";
import { useTitle } from "../../parts/use-title.ts";
import { When } from "../../parts/when.tsx";
import type { Deadline } from "./deadline.ts";
import { DeadlineState } from "./deadline-state.tsx";
import type { DeadlinesSearch } from "./deadlines-search.ts";

/** The newest so many; older ones are found by their DAG. */
const MOST = 1000;

const COLUMNS = [
  { id: "state", track: "7rem", card: "side", draw: ({ state }) => <DeadlineState state={state} /> },
  {
    id: "dag",
    track: "minmax(8rem, 1fr)",
    card: "title",
    isFixed: true,
    draw: ({ dag_id: dagId }) => (
      <Link to="/dags/$dagId" params={{ dagId }} title={dagId}>
        {dagId}
      </Link>
    ),
  },
  {
    id: "run",
    track: "minmax(9rem, 1.4fr)",
    card: "line",
    draw: ({ dag_id: dagId, dag_run_id: runId }) => (
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
        <RunLabel runId={runId} />
      </Link>
    ),
  },
  { id: "deadline", track: "minmax(7rem, 0.8fr)", from: 900, draw: ({ name, ordinal }) => name ?? `#${ordinal}` },
  { id: "due", track: "13rem", card: "line", draw: ({ deadline_time: at }) => <When at={at} /> },
  { id: "end", track: "13rem", from: 900, draw: ({ ended_at: at }) => <When at={at} /> },
] as const satisfies readonly Omit<Column<Deadline>, "title">[];

const STATES = ["missed", "pending", "met", "none"] as const;

export function DeadlinesPage() {
  const { t } = useTranslation("browse");
  const search = useSearch({ from: "/deadlines" });
  const fresh = useFreshList({ topics: ["runs"], queryKey: ["deadlines"] });
  const states = STATES.map((value) => ({ value, label: t(`deadline.${value}`) }));
  const filters: readonly Filter[] = [
    { kind: "choice", name: "state", label: t("column.state"), isMain: true, isMany: true, options: states },
    { kind: "text", name: "dag_run_id", label: t("column.run"), isMain: true },
  ];
  useTitle(t("deadlinesTitle"));
  return (
    <>
      <h1 className="page-title">{t("deadlinesTitle")}</h1>
      <ListView
        name="deadlines"
        label={t("deadlinesTitle")}
        columns={COLUMNS.map((column) => ({ ...column, title: t(`column.${column.id}`) }))}
        list={useDeadlines(search, fresh.isWatched)}
        fresh={fresh}
        filters={filters}
        search={{ name: "dag_id", label: t("dagFilter") }}
        values={search}
        onChange={useChangeSearch()}
        say={(count) => t("deadlines", { count })}
        empty={t("noDeadlines")}
        keyOf={({ dag_id: dag, dag_run_id: run, ordinal }) => [dag, run, ordinal].join("\n")}
        nameOf={({ dag_id: dag, dag_run_id: run }) => `${dag} ${run}`}
      />
    </>
  );
}

function useDeadlines(search: DeadlinesSearch, enabled: boolean): PagedList<Deadline> {
  return usePages<Deadline>({
    queryKey: ["deadlines", search],
    enabled,
    read: async (_, signal) => {
      const query = { ...search, limit: MOST };
      const found = await client.get("/api/momiji/v1/deadlines", { params: { query }, signal });
      const { deadlines: rows, total_entries: total } = found;
      return { rows, total, next: null };
    },
  });
}
