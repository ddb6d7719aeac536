/** Task instances of a run, the failed ones first: of all its tasks, or those of one that is mapped. */
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { actsOnTask } from "../../acts/acts-on.ts";
import type { TaskName } from "../../acts/open-act.ts";
import { client } from "../../api/client.ts";
import type { Filter } from "../../parts/table/filter.ts";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { pageFrom, usePages } from "../../parts/table/use-pages.ts";
import { useSelection } from "../../parts/table/use-selection.ts";
import { STATES } from "../../states/state.ts";
import { pathOf, type RunPlace, type TaskInstance, useSummary } from "../run/run-data.ts";
import { TaskBulk } from "../task-instances/task-bulk.tsx";
import { useInstanceColumns } from "./instance-columns.tsx";
import type { InstanceSearch } from "./instance-search.ts";

interface InstancesListProps {
  readonly place: RunPlace;
  /** Of this mapped task alone. */
  readonly taskId?: string;
  readonly search: InstanceSearch;
  readonly enabled: boolean;
}

const PAGE = 100;

export function InstancesList({ place, taskId, search, enabled }: InstancesListProps) {
  const { t } = useTranslation("run");
  const navigate = useNavigate();
  const isMapped = taskId !== undefined;
  const list = useInstances({ place, search, enabled, ...(isMapped ? { taskId } : {}) });
  const keyOf = (row: TaskInstance): string => JSON.stringify([row.task_id, row.map_index]);
  const selection = useSelection({ loaded: list.rows.map(keyOf), total: list.total, of: search });
  return (
    <ListView
      name={isMapped ? "mapped" : "runTasks"}
      label={t("tasks")}
      columns={useInstanceColumns(isMapped)}
      list={list}
      filters={useInstanceFilters(place, taskId)}
      search={{ name: "q", label: t(isMapped ? "findLabel" : "findTask") }}
      values={search}
      onChange={useChangeSearch()}
      say={(count) => t("instances", { count })}
      empty={t("noTasks")}
      keyOf={keyOf}
      nameOf={(row) => `${row.task_id} ${row.rendered_map_index ?? ""}`.trim()}
      sort={search.sort ?? "urgency"}
      selection={selection}
      bulk={
        <TaskBulk
          tasks={[...selection.picked.keys].map((key) => nameOf(place, key))}
          onDone={() => selection.clear()}
        />
      }
      actsOf={actsOnTask}
      onOpen={(row) => {
        const params = { ...place, taskId: row.task_id, mapIndex: String(row.map_index) };
        if (row.map_index < 0) void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params });
        else void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex", params });
      }}
    />
  );
}

function nameOf(place: RunPlace, key: string): TaskName {
  const [taskId, mapIndex] = JSON.parse(key) as [string, number];
  return { ...place, taskId, mapIndex };
}

/** States that are there, with how many are in each; of a whole run its groups too. */
function useInstanceFilters(place: RunPlace, taskId: string | undefined): readonly Filter[] {
  const { t } = useTranslation(["run", "states"]);
  const { data } = useSummary(place, true, taskId);
  const options = STATES.filter((state) => (data?.states[state] ?? 0) > 0).map((state) => ({
    value: state,
    label: t(`states:${state}`),
    count: data?.states[state],
  }));
  return [
    { kind: "choice", name: "state", label: t("run:column.state"), isMain: true, isMany: true, options },
    ...(taskId === undefined ? [{ kind: "text", name: "group", label: t("run:group") } as const] : []),
  ];
}

interface Wanted {
  readonly place: RunPlace;
  readonly taskId?: string;
  readonly search: InstanceSearch;
  readonly enabled: boolean;
}

function useInstances({ place, taskId, search, enabled }: Wanted) {
  const { state, q, group, sort = "urgency" } = search;
  const shared = { limit: PAGE, order_by: [sort, ...(taskId === undefined ? [] : ["map_index"])] };
  const ofTasks = {
    ...(q === undefined ? {} : { task_display_name_pattern: q }),
    ...(group === undefined ? {} : { task_group_id: group }),
  };
  const states = state === undefined ? {} : { state: [...state] };
  return usePages<TaskInstance>({
    enabled,
    queryKey: ["run", place.dagId, place.runId, "instances", taskId ?? null, search],
    read: async (from, signal) => {
      const offset = Number(from);
      const query = { ...shared, ...states, offset };
      const path = pathOf(place);
      const { task_instances: rows, ...placed } =
        taskId === undefined
          ? await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
              params: { path, query: { ...query, ...ofTasks } },
              signal,
            })
          : await client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/listMapped", {
              params: {
                path: { ...path, task_id: taskId },
                query: { ...query, ...(q === undefined ? {} : { rendered_map_index_pattern: q }) },
              },
              signal,
            });
      return pageFrom(rows, placed, from);
    },
  });
}
