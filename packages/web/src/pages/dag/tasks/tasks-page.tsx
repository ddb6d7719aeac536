/** The tasks of a DAG: what each is, and how it went in the last runs. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { now } from "../../../now.ts";
import { ListView } from "../../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../../parts/table/use-change-search.ts";
import type { PagedList } from "../../../parts/table/use-pages.ts";
import { useTaskColumns } from "./task-columns.tsx";
import { numbersOf } from "./task-history.ts";
import { inOrder, type TaskRow } from "./task-row.ts";
import { useHistories } from "./use-histories.ts";

type Task = components["schemas"]["TaskResponse"];

export function TasksPage() {
  const { t } = useTranslation("dag");
  const { dagId } = useParams({ from: "/dags/$dagId/tasks" });
  const search = useSearch({ from: "/dags/$dagId/tasks" });
  const navigate = useNavigate();
  return (
    <ListView
      name="dagTasks"
      label={t("tasks.title")}
      columns={useTaskColumns(dagId)}
      list={useTaskList(dagId, search)}
      filters={[]}
      search={{ name: "q", label: t("tasks.filter") }}
      values={search}
      onChange={useChangeSearch()}
      say={(count) => t("tasks.count", { count })}
      empty={t("tasks.empty")}
      keyOf={({ row }) => row.id}
      nameOf={({ row }) => row.id}
      sort={search.sort}
      onOpen={({ row }) =>
        void navigate(
          row.children === undefined
            ? { to: "/dags/$dagId/tasks/$taskId", params: { dagId, taskId: row.id } }
            : { to: "/dags/$dagId/tasks/group/$groupId", params: { dagId, groupId: row.id } },
        )
      }
    />
  );
}

interface TasksSearch {
  readonly q?: string;
  readonly sort?: string;
}

/** All of them are read at once, and narrowed here. */
function useTaskList(dagId: string, { q = "", sort }: TasksSearch): PagedList<TaskRow> {
  const tasks = useTasks(dagId);
  const histories = useHistories(dagId);
  const at = now();
  const all = (histories.data ?? []).map((history): TaskRow => {
    const { row } = history;
    return { row, task: tasks.data?.get(row.id), numbers: numbersOf(history, at) };
  });
  const wanted = q.toLowerCase();
  const rows = inOrder(
    all.filter(({ row }) => row.id.toLowerCase().includes(wanted)),
    sort,
  );
  const error = histories.error ?? tasks.error;
  return {
    rows,
    total: rows.length,
    isMore: false,
    first: histories.data === undefined ? undefined : { rows, total: rows.length, next: null },
    error,
    isOld: error !== null,
    at: histories.dataUpdatedAt,
    onMore: undefined,
    retry: () => void Promise.all([histories.refetch(), tasks.refetch()]),
  };
}

function useTasks(dagId: string) {
  return useQuery({
    queryKey: ["dag", dagId, "tasks"],
    queryFn: async ({ signal }) => {
      const params = { path: { dag_id: dagId } };
      const { tasks } = await client.get("/api/v2/dags/{dag_id}/tasks", { params, signal });
      return new Map(tasks.map((task): [string, Task] => [task.task_id, task]));
    },
  });
}
