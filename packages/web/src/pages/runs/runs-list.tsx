/** Runs, of one DAG or of all, the newest first. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
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
import { useRunColumns } from "./run-columns.tsx";
import { useRunFilters } from "./run-filters.ts";
import { keyOfRun, usualSeconds } from "./run-row.ts";
import type { RunsSearch } from "./runs-search.ts";
import { runFilterOf, useRunRows } from "./use-run-rows.ts";

interface RunsListProps {
  /** `~`: of all DAGs. */
  readonly dagId: string;
  readonly search: RunsSearch;
}

const ALL_DAGS = "~";

export function RunsList({ dagId, search }: RunsListProps) {
  const { t } = useTranslation("browse");
  const navigate = useNavigate();
  const isOfAll = dagId === ALL_DAGS;
  const name = isOfAll ? "runs" : "dagRuns";
  const change = useListChange(isOfAll, search);
  const fresh = useFreshList({
    topics: [isOfAll ? "runs" : `dag:${dagId}`],
    queryKey: ["runs", dagId],
    concerns: ({ event }) => event === "run",
    isHeld: false,
  });
  const list = useRunRows({ dagId, search, enabled: fresh.isWatched });
  const { rows, total, isMore } = list;
  const columns = useRunColumns(
    isOfAll,
    useMemo(() => usualSeconds(rows), [rows]),
  );
  const filter = runFilterOf(search);
  const selection = useSelection({ loaded: rows.map(keyOfRun), total, of: [dagId, filter] });
  return (
    <>
      <FilterBar
        filters={useRunFilters(isOfAll)}
        values={search}
        onChange={change}
        search={{ name: "run_id_pattern", label: t("runFilter") }}
      >
        {list.first !== undefined && <Count total={total} isMore={isMore} say={(count) => t("runs", { count })} />}
        <ColumnChooser name={name} columns={columns} />
      </FilterBar>
      {list.error !== null && <ProblemPanel error={list.error} onRetry={list.retry} />}
      {list.first !== undefined && rows.length === 0 && (
        <NoRuns isFiltered={Object.keys(filter).length > 0} isOfAll={isOfAll} />
      )}
      <WaitingBar fresh={fresh} />
      {rows.length > 0 && (
        <DataTable
          name={name}
          label={t("runsTitle")}
          columns={columns}
          rows={rows}
          total={total}
          keyOf={keyOfRun}
          nameOf={({ dag_run_id: id }) => id}
          sort={search.sort ?? "-run_after"}
          onSort={(sort) => change({ sort })}
          selection={selection}
          onOpen={({ dag_id: id, dag_run_id: runId }) =>
            void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId: id, runId } })
          }
          onMore={list.onMore}
          isOld={list.isOld}
        />
      )}
    </>
  );
}

/** The list across DAGs begins a day ago unless it is asked otherwise: whoever takes that back means all times. */
function useListChange(isOfAll: boolean, search: RunsSearch): ReturnType<typeof useChangeSearch> {
  const change = useChangeSearch();
  return (changed) => {
    const after = Object.entries({ ...search, ...changed }).some(([, value]) => value !== undefined);
    change(isOfAll && !after ? { ...changed, all: true } : changed);
  };
}

function NoRuns({ isFiltered, isOfAll }: { readonly isFiltered: boolean; readonly isOfAll: boolean }) {
  const { t } = useTranslation("browse");
  const change = useChangeSearch();
  if (!isFiltered) return <Empty>{t(isOfAll ? "noRuns" : "neverRan")}</Empty>;
  return (
    <Empty>
      {t("noRunFits")}{" "}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          change({ ...Object.fromEntries(FILTERS.map((name) => [name, undefined])), all: isOfAll || undefined })
        }
      >
        {t("clear")}
      </Button>
    </Empty>
  );
}

const FILTERS = [
  "dag_id_pattern",
  "run_id_pattern",
  "state",
  "run_type",
  "run_after_gte",
  "run_after_lt",
  "start_date_gte",
  "start_date_lt",
  "end_date_gte",
  "end_date_lt",
  "logical_date_gte",
  "logical_date_lt",
  "triggering_user_name_pattern",
  "conf_contains",
  "dag_version",
] as const;
