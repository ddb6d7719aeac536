/** The way to the line of a task. Which tasks there are is read when somebody wants to go to one. */
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";

export function TaskJump({ dagId, onTask }: { readonly dagId: string; onTask(taskId: string): void }) {
  const { t } = useTranslation("code");
  const [isWanted, setWanted] = useState(false);
  const { data } = useQuery({
    enabled: isWanted,
    queryKey: ["tasks of dag", dagId],
    queryFn: ({ signal }) => client.get("/api/v2/dags/{dag_id}/tasks", { params: { path: { dag_id: dagId } }, signal }),
  });
  const names = (data?.tasks ?? []).flatMap(({ task_id: id }) => id ?? []);
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t("toTask")}
      placeholder={t("toTask")}
      data={names}
      value={null}
      searchable
      limit={100}
      onFocus={() => setWanted(true)}
      onChange={(task) => task !== null && onTask(task)}
    />
  );
}
