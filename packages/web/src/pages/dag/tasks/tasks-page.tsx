/** The tasks of a DAG: what each is, and how it went in the last runs. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { now } from "../../../now.ts";
import { ListView } from "../../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../../parts/table/use-change-search.ts";
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
  const tasks = useTasks(dagId);
  const histories = useHistories(dagId);
  const at = now();
  const all = (histories.data ?? []).map((history): TaskRow => {
    const { row } = history;
    return { row, task: tasks.data?.get(row.id), numbers: numbersOf(history, at) };
  });
  const { q = "", sort } = search;
  const rows = inOrder(
    all.filter(({ row }) => row.id.toLowerCase().includes(q.toLowerCase())),
    sort,
  );
  const error = histories.error ?? tasks.error;
  return (
    <ListView
      name="dagTasks"
      label={t("tasks.title")}
      columns={useTaskColumns(dagId)}
      list={{
        rows,
        total: rows.length,
        isMore: false,
        first: histories.data === undefined ? undefined : { rows, total: rows.length, next: null },
        error,
        isOld: error !== null,
        at: histories.dataUpdatedAt,
        onMore: undefined,
        retry: () => void Promise.all([histories.refetch(), tasks.refetch()]),
      }}
      filters={[]}
      search={{ name: "q", label: t("tasks.filter") }}
      values={search}
      onChange={useChangeSearch()}
      say={(count) => t("tasks.count", { count })}
      empty={t("tasks.empty")}
      keyOf={({ row }) => row.id}
      nameOf={({ row }) => row.id}
      sort={sort}
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
