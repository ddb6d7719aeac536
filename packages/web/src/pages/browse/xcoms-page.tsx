/** What tasks handed to each other, of all DAGs; a value is read when somebody wants to see it. */
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { RunLabel } from "../../parts/run-label.tsx";
import type { Column } from "../../parts/table/column.ts";
import type { Filter } from "../../parts/table/filter.ts";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { pageFrom, type PagedList, usePages } from "../../parts/table/use-pages.ts";
import { useTitle } from "../../parts/use-title.ts";
import { When } from "../../parts/when.tsx";
import type { XCom } from "./xcom.ts";
import { XComValue } from "./xcom-value.tsx";
import type { XComsSearch } from "./xcoms-search.ts";

const PAGE = 50;

const COLUMNS = [
  {
    id: "key",
    track: "minmax(8rem, 1fr)",
    card: "title",
    isFixed: true,
    sort: "key",
    draw: ({ key }) => <span title={key}>{key}</span>,
  },
  {
    id: "dag",
    track: "minmax(8rem, 1fr)",
    card: "line",
    sort: "dag_id",
    draw: ({ dag_id: dagId, dag_display_name: name }) => (
      <Link to="/dags/$dagId" params={{ dagId }} title={name}>
        {name}
      </Link>
    ),
  },
  {
    id: "run",
    track: "minmax(9rem, 1fr)",
    from: 900,
    sort: "run_id",
    draw: ({ dag_id: dagId, run_id: runId }) => (
      <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }}>
        <RunLabel runId={runId} />
      </Link>
    ),
  },
  {
    id: "task",
    track: "minmax(8rem, 1fr)",
    card: "line",
    sort: "task_id",
    draw: ({ dag_id: dagId, run_id: runId, task_id: taskId, map_index: index, task_display_name: name }) =>
      index < 0 ? (
        <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }} title={name}>
          {name}
        </Link>
      ) : (
        <Link
          to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
          params={{ dagId, runId, taskId, mapIndex: String(index) }}
          title={name}
        >
          {`${name} [${index}]`}
        </Link>
      ),
  },
  {
    id: "time",
    track: "10rem",
    card: "line",
    sort: "timestamp",
    draw: ({ timestamp }) => <When at={timestamp} show="minute" />,
  },
  { id: "value", track: "7rem", card: "side", draw: (xcom) => <XComValue xcom={xcom} /> },
] as const satisfies readonly Omit<Column<XCom>, "title">[];

export function XComsPage() {
  const { t } = useTranslation("browse");
  const search = useSearch({ from: "/xcoms" });
  const fresh = useFreshList({ topics: ["runs"], queryKey: ["xcoms"] });
  useTitle(t("xcomsTitle"));
  return (
    <>
      <h1 className="page-title">{t("xcomsTitle")}</h1>
      <ListView
        name="xcoms"
        label={t("xcomsTitle")}
        columns={COLUMNS.map((column) => ({ ...column, title: t(`column.${column.id}`) }))}
        list={useXComs(search, fresh.isWatched)}
        fresh={fresh}
        filters={useFilters()}
        search={{ name: "xcom_key_pattern", label: t("keyFilter") }}
        values={search}
        onChange={useChangeSearch()}
        say={(count) => t("xcoms", { count })}
        empty={t("noXComs")}
        keyOf={keyOfXCom}
        nameOf={({ key, task_id: task }) => `${task} ${key}`}
        sort={search.sort}
      />
    </>
  );
}

function keyOfXCom({ dag_id: dag, run_id: run, task_id: task, map_index: index, key }: XCom): string {
  return [dag, run, task, index, key].join("\n");
}

function useXComs({ sort, ...filter }: XComsSearch, enabled: boolean): PagedList<XCom> {
  const path = { dag_id: "~", dag_run_id: "~", task_id: "~" } as const;
  return usePages<XCom>({
    queryKey: ["xcoms", filter, sort],
    enabled,
    read: async (from, signal) => {
      const order = sort === undefined ? {} : { order_by: [sort] };
      const { xcom_entries: rows, ...placed } = await client.get(
        "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries",
        { params: { path, query: { ...filter, ...order, limit: PAGE, offset: Number(from) } }, signal },
      );
      return pageFrom(rows, placed, from);
    },
  });
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation("browse");
  return [
    { kind: "text", name: "dag_display_name_pattern", label: t("column.dag"), isMain: true },
    { kind: "text", name: "task_id_pattern", label: t("column.task"), isMain: true },
    { kind: "text", name: "run_id_pattern", label: t("column.run"), isMain: true },
    { kind: "range", name: "run_after", label: t("column.runAfter"), isMain: true },
    { kind: "range", name: "logical_date", label: t("column.logicalDate") },
    { kind: "number", name: "map_index_filter", label: t("column.mapIndex") },
  ];
}
