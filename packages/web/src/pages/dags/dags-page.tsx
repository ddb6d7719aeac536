/** Every DAG: whether it is on, how its last runs went, when the next is. */
import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { ColumnChooser } from "../../parts/table/column-chooser.tsx";
import { Count } from "../../parts/table/count.tsx";
import { DataTable } from "../../parts/table/data-table.tsx";
import { FilterBar } from "../../parts/table/filter-bar.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { WaitingBar } from "../../parts/table/waiting-bar.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useDagColumns } from "./dag-columns.tsx";
import { useDagFilters } from "./dag-filters.ts";
import type { DagsSearch } from "./dags-search.ts";
import styles from "./dags.module.css";
import { filterOf, useDagRows } from "./use-dag-rows.ts";

export function DagsPage() {
  const { t } = useTranslation("dags");
  const search = useSearch({ from: "/dags" });
  useTitle(t("title"));
  return (
    <>
      <h1 className={styles["heading"]}>{t("title")}</h1>
      <DagList search={search} />
    </>
  );
}

function DagList({ search }: { readonly search: DagsSearch }) {
  const { t } = useTranslation("dags");
  const navigate = useNavigate();
  const change = useChangeSearch();
  const columns = useDagColumns();
  const filter = filterOf(search);
  const fresh = useFreshList({ topics: ["home"], queryKey: ["dags"], isHeld: false });
  const { list, facets } = useDagRows(search, fresh.isWatched);
  const { rows, total } = list;
  const selection = useSelection({ loaded: rows.map(({ dag_id: id }) => id), total, of: filter });
  return (
    <>
      <FilterBar
        filters={useDagFilters(facets)}
        values={search}
        onChange={change}
        search={{ name: "q", label: t("filter") }}
      >
        {list.first !== undefined && <Count total={total} say={(count) => t("count", { count })} />}
        <ColumnChooser name="dags" columns={columns} />
      </FilterBar>
      {list.error !== null && <ProblemPanel error={list.error} onRetry={list.retry} />}
      {list.first !== undefined && rows.length === 0 && (
        <Nothing isFiltered={Object.keys(filter).length > 0} onClear={() => void navigate({ to: "/dags" })} />
      )}
      <WaitingBar fresh={fresh} />
      {rows.length > 0 && (
        <DataTable
          name="dags"
          label={t("title")}
          columns={columns}
          rows={rows}
          total={total}
          keyOf={({ dag_id: id }) => id}
          nameOf={({ dag_display_name: name }) => name}
          sort={search.sort}
          onSort={(sort) => change({ sort })}
          selection={selection}
          onOpen={({ dag_id: dagId }) => void navigate({ to: "/dags/$dagId", params: { dagId } })}
          onMore={list.onMore}
          isOld={list.isOld}
        />
      )}
    </>
  );
}

function Nothing({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation("dags");
  if (!isFiltered) return <Empty>{t("empty")}</Empty>;
  return (
    <Empty>
      {t("none")}{" "}
      <Button size="compact-xs" variant="default" onClick={onClear}>
        {t("clear")}
      </Button>
    </Empty>
  );
}
