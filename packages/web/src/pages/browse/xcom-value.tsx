/** A value that a task returned, read when somebody asks for it. */
import { Button, Popover } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { JsonView } from "../../parts/json-view.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import type { XCom } from "./xcom.ts";

export function XComValue({ xcom }: { readonly xcom: XCom }) {
  const { t } = useTranslation("browse");
  const { dag_id: dagId, run_id: runId, task_id: taskId, key, map_index: mapIndex } = xcom;
  const [isOpened, setOpened] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["xcom", dagId, runId, taskId, mapIndex, key],
    enabled: isOpened,
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}", {
        params: {
          path: { dag_id: dagId, dag_run_id: runId, task_id: taskId, xcom_key: key },
          query: { map_index: mapIndex },
        },
        signal,
      }),
  });
  const { value } = (data ?? {}) as { readonly value?: unknown };
  return (
    <Popover opened={isOpened} onChange={setOpened} position="left-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="compact-xs" fw={400} variant="default" onClick={() => setOpened(!isOpened)}>
          {t("showValue")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" maw="min(40rem, 90vw)" mah="60dvh" style={{ overflow: "auto" }} aria-label={key}>
        {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
        {data !== undefined && <JsonView value={value} />}
      </Popover.Dropdown>
    </Popover>
  );
}
