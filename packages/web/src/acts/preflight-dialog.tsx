/** What jobs outside lack, asked from their operators before anybody wants the jobs to start. */
import { Button, Group, Loader } from "@mantine/core";
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../api/client.ts";
import { ProblemPanel } from "../parts/problem-panel.tsx";
import { StateGlyph } from "../states/state-glyph.tsx";
import type { State } from "../states/state.ts";
import { ActModal } from "./act-frame.tsx";
import styles from "./acts.module.css";
import { closeAct } from "./open-act.ts";
import { useRefusal } from "./use-refusal.ts";

interface Place {
  readonly dagId: string;
  /** Undefined: all tasks of the DAG. */
  readonly taskId: string | undefined;
}

type Preflight = components["schemas"]["Preflight"];
type Check = Preflight["tasks"][number]["checks"][number];

const GLYPHS: { readonly [verdict in Check["verdict"]]: State } = {
  ok: "success",
  failed: "failed",
  warning: "up_for_retry",
  unknown: "none",
};

export function PreflightDialog({ dagId, taskId }: Place) {
  const { t } = useTranslation("acts");
  const refusal = useRefusal("run", [dagId], "create");
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["preflight", dagId, taskId ?? null],
    queryFn: ({ signal }) => ask({ dagId, taskId }, signal),
    enabled: refusal === null,
    // Each opening asks anew, and nothing else does: the operators ask the world outside.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  return (
    <ActModal title={t("title.preflight", { what: taskId ?? dagId })} size="xl">
      {refusal !== null && <p>{refusal}</p>}
      {error !== null && !isFetching && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      <div role="status">
        {isFetching ? (
          <Group gap="xs">
            <Loader size="xs" /> {t("preflight.asking")}
          </Group>
        ) : (
          data !== undefined && <strong>{t(`preflight.verdict.${data.verdict ?? "nothing"}`)}</strong>
        )}
      </div>
      {!isFetching && data?.tasks.map((task) => <Checks key={task.taskId} task={task} />)}
      <Group gap="xs" justify="flex-end" mt="md">
        <Button variant="default" disabled={refusal !== null || isFetching} onClick={() => void refetch()}>
          {t("preflight.again")}
        </Button>
        <Button onClick={closeAct}>{t("close")}</Button>
      </Group>
    </ActModal>
  );
}

function Checks({ task: { taskId, operator, checks } }: { readonly task: Preflight["tasks"][number] }) {
  const { t } = useTranslation("acts");
  return (
    <section className={styles["checks"]} aria-label={taskId}>
      <h3>
        {taskId} <span className={styles["quiet"]}>{operator}</span>
      </h3>
      <ul className={styles["items"]}>
        {checks.map(({ code, title, verdict, detail, remedy }, at) => (
          // An operator may look at several things of one code.
          <li key={`${code} ${at}`}>
            <StateGlyph state={GLYPHS[verdict]} />
            <div>
              <span className={verdict === "ok" ? "visually-hidden" : undefined}>{t(`preflight.mark.${verdict}`)}</span>
              {title}
              {detail !== null && <p className={styles["quiet"]}>{detail}</p>}
              {remedy !== null && <p>{t("preflight.remedy", { remedy })}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ask({ dagId, taskId }: Place, signal: AbortSignal): Promise<Preflight> {
  if (taskId === undefined)
    return client.post("/api/momiji/v1/dags/{dag_id}/preflight", { params: { path: { dag_id: dagId } }, signal });
  const path = { dag_id: dagId, task_id: taskId };
  return client.post("/api/momiji/v1/dags/{dag_id}/tasks/{task_id}/preflight", { params: { path }, signal });
}
