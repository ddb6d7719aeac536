/** Runs, of one DAG or of all, the newest first. */
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { actsOn } from "../../acts/acts-on.ts";
import { ExportMenu } from "../../parts/table/export-menu.tsx";
import { ListView } from "../../parts/table/list-view.tsx";
import { LiveSwitch } from "../../parts/table/live-switch.tsx";
import { SavedViews } from "../../parts/table/saved-views.tsx";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useListChange } from "../../parts/table/use-list-change.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { RunBulk } from "./run-bulk.tsx";
import { useRunColumns } from "./run-columns.tsx";
import { useRunFilters } from "./run-filters.ts";
import { keyOfRun, withUsual } from "./run-row.ts";
import type { RunsSearch } from "./runs-search.ts";
import { readRunRows, runFilterOf, useRunRows } from "./use-run-rows.ts";

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
  const [isLive, setLive] = useState(true);
  const fresh = useFreshList({
    topics: [isOfAll ? "runs" : `dag:${dagId}`],
    queryKey: ["runs", dagId],
    concerns: ({ event }) => event === "run",
    isHeld: !isLive,
  });
  const found = useRunRows({ dagId, search, enabled: fresh.isWatched });
  const columns = useRunColumns(isOfAll);
  const rows = useMemo(() => withUsual(found.rows), [found.rows]);
  const selection = useSelection({ loaded: rows.map(keyOfRun), total: found.total, of: [dagId, runFilterOf(search)] });
  return (
    <ListView
      name={isOfAll ? "runs" : "dagRuns"}
      label={t("runsTitle")}
      columns={columns}
      list={{ ...found, rows }}
      fresh={fresh}
      filters={useRunFilters(isOfAll)}
      search={{ name: "run_id_pattern", label: t("runFilter") }}
      values={search}
      onChange={useListChange(isOfAll ? "/runs" : "/dags/runs", search)}
      say={(count) => t("runs", { count })}
      empty={t(isOfAll ? "noRuns" : "neverRan")}
      keyOf={keyOfRun}
      nameOf={({ dag_run_id: id }) => id}
      sort={search.sort ?? "-run_after"}
      sharesColumns
      selection={selection}
      bulk={<RunBulk rows={rows} dagId={isOfAll ? undefined : dagId} selection={selection} onDone={fresh.show} />}
      tools={
        <>
          {isOfAll && <LiveSwitch isLive={isLive} onChange={setLive} />}
          <SavedViews list={isOfAll ? "/runs" : "/dags/runs"} values={search} />
          <ExportMenu name="runs" columns={columns} read={(cursor) => readRunRows({ dagId, search }, cursor)} />
        </>
      }
      actsOf={({ dag_id: id, dag_run_id: runId }) => actsOn({ dagId: id, runId })}
      onOpen={({ dag_id: id, dag_run_id: runId }) =>
        void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId: id, runId } })
      }
    />
  );
}
