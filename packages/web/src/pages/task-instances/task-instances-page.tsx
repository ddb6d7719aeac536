/** Task instances of all DAGs, those of the newest runs first. */
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actsOnTask } from "../../acts/acts-on.ts";
import type { Column } from "../../parts/table/column.ts";
import { ExportMenu } from "../../parts/table/export-menu.tsx";
import { ListView } from "../../parts/table/list-view.tsx";
import { LiveSwitch } from "../../parts/table/live-switch.tsx";
import { SavedViews } from "../../parts/table/saved-views.tsx";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { useListChange } from "../../parts/table/use-list-change.ts";
import { type PagedList, pageOf } from "../../parts/table/use-pages.ts";
import { type Selection, useSelection } from "../../parts/table/use-selection.ts";
import { useTitle } from "../../parts/use-title.ts";
import { useTaskInstanceColumns } from "./task-instance-columns.tsx";
import { useTaskInstanceFilters } from "./task-instance-filters.ts";
import { TaskBulk } from "./task-bulk.tsx";
import type { TaskInstancesSearch } from "./task-instances-search.ts";
import { keyOfTask, nameOfTask, type TaskInstance, taskNameOf } from "./task-instance.ts";
import { useOpenTask } from "./use-open-task.ts";
import { readAllTaskInstances, readTaskInstances, useTaskInstanceRows } from "./use-task-instance-rows.ts";

export function TaskInstancesPage() {
  const { t } = useTranslation("browse");
  const search = useSearch({ from: "/task_instances" });
  const open = useOpenTask();
  const [isLive, setLive] = useState(true);
  const fresh = useFreshList({ topics: ["runs"], queryKey: ["taskInstances"], isHeld: !isLive });
  const columns = useTaskInstanceColumns();
  const list = useTaskInstanceRows(search, fresh.isWatched);
  const selection = useSelection({
    loaded: list.rows.map(keyOfTask),
    total: list.total,
    of: { ...search, cols: undefined },
  });
  useTitle(t("tasksTitle"));
  return (
    <>
      <h1 className="page-title">{t("tasksTitle")}</h1>
      <ListView
        name="taskInstances"
        label={t("tasksTitle")}
        columns={columns}
        list={list}
        fresh={fresh}
        filters={useTaskInstanceFilters()}
        search={{ name: "task_display_name_pattern", label: t("taskFilter") }}
        values={search}
        onChange={useListChange("/task_instances", search)}
        say={(count) => t("tasks", { count })}
        empty={t("noTasks")}
        keyOf={keyOfTask}
        nameOf={nameOfTask}
        sort={search.sort ?? "-run_after"}
        sharesColumns
        selection={selection}
        canPickAll
        bulk={<Bulk list={list} search={search} selection={selection} onDone={fresh.show} />}
        actsOf={actsOnTask}
        onOpen={open}
        tools={
          <>
            <LiveSwitch isLive={isLive} onChange={setLive} />
            <SavedViews list="/task_instances" values={search} />
            <Export search={search} columns={columns} />
          </>
        }
      />
    </>
  );
}

interface BulkProps {
  readonly list: PagedList<TaskInstance>;
  readonly search: TaskInstancesSearch;
  readonly selection: Selection;
  onDone(): void;
}

function Bulk({ list: { rows, total }, search, selection, onDone }: BulkProps) {
  const tasks = rows.filter((task) => selection.has(keyOfTask(task))).map(taskNameOf);
  const read = async () => (await readAllTaskInstances(search)).map(taskNameOf);
  return (
    <TaskBulk
      tasks={tasks}
      all={selection.picked.isAll ? { count: total, read } : undefined}
      onDone={() => {
        selection.clear();
        onDone();
      }}
    />
  );
}

interface ExportProps {
  readonly search: TaskInstancesSearch;
  readonly columns: readonly Column<TaskInstance>[];
}

/** All that the filter leaves, as a file. */
function Export({ search, columns }: ExportProps) {
  return (
    <ExportMenu
      name="task_instances"
      columns={columns}
      read={async (cursor) => {
        const found = await readTaskInstances(search, { cursor, limit: 100 });
        return pageOf(found.task_instances, found);
      }}
    />
  );
}
