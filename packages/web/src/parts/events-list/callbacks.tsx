/** Who was told of what became of a run or a task, whether that worked, and why not. Nothing where nobody is told. */
import type { components } from "@momiji/client";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { StateGlyph } from "../../states/state-glyph.tsx";
import type { State } from "../../states/state.ts";
import { CopyButton } from "../copy-button.tsx";
import { Panel } from "../panel.tsx";
import { ProblemPanel } from "../problem-panel.tsx";
import { When } from "../when.tsx";
import styles from "./events-list.module.css";

type Callback = components["schemas"]["Callback"];

interface CallbacksProps {
  readonly of: { readonly dag_id: string; readonly dag_run_id: string; readonly task_id?: string };
  /** Of this instance alone. */
  readonly mapIndex?: number;
  /** It is read anew with what is read under this key. */
  readonly under: readonly unknown[];
}

const MOST = 100;

const SHAPES: { readonly [state in Callback["state"]]: State } = {
  queued: "queued",
  pending: "up_for_retry",
  success: "success",
  failed: "failed",
};

export function Callbacks({ of, mapIndex, under }: CallbacksProps) {
  const { t } = useTranslation("run");
  const { data, error, refetch } = useQuery({
    queryKey: [...under, "callbacks"],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/callbacks", { params: { query: { ...of, limit: MOST } }, signal }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const shown = (data?.callbacks ?? []).filter((one) => mapIndex === undefined || one.map_index === mapIndex);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("callbacks.title")} count={shown.length}>
      <ul className={styles["callbacks"]}>
        {shown.map((callback) => (
          <Told key={callback.id} callback={callback} />
        ))}
      </ul>
    </Panel>
  );
}

function Told({
  callback: { id, state, event, name, deliveries, message, ...callback },
}: {
  readonly callback: Callback;
}) {
  const { t } = useTranslation("run");
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, created_at: at, due_at: dueAt } = callback;
  const command = `momiji callbacks logs ${id}`;
  return (
    <li>
      <div className={styles["told"]}>
        <StateGlyph state={SHAPES[state]} />
        <strong>{t(`callbacks.state.${state}`)}</strong>
        <span>
          {t(`callbacks.event.${event}`)} <code>{name}</code>
        </span>
        {taskId !== null && (
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }}>
            {taskId}
          </Link>
        )}
        <When at={at} />
        <span>{t("callbacks.called", { count: deliveries })}</span>
        {state === "pending" && (
          <span>
            {t("callbacks.again")} <When at={dueAt} />
          </span>
        )}
      </div>
      {message !== null && <p className={styles["message"]}>{message}</p>}
      {deliveries > 0 && (
        <p>
          <code>{command}</code> <CopyButton text={command} />
        </p>
      )}
    </li>
  );
}
