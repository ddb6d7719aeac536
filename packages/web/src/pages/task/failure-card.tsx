/** Why it failed, in one card: the cause, the lines around it, what has changed, what waits for it. */
import type { components } from "@momiji/client";
import { Button, CopyButton, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import styles from "./task.module.css";

type Failure = components["schemas"]["Failure"];

interface Place {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly tryNumber: number;
}

const FAILURE =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/failure";

/** Lines that are shown of the excerpt; the log has the rest. */
const MOST_LINES = 6;

export function FailureCard({ dagId, runId, taskId, mapIndex, tryNumber }: Place) {
  const { t } = useTranslation("task");
  const path = { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex, try_number: tryNumber };
  const {
    data: failure,
    error,
    refetch,
  } = useQuery({
    queryKey: ["failure", ...Object.values(path)],
    queryFn: ({ signal }) => client.get(FAILURE, { params: { path }, signal }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (failure === undefined) return null;
  return (
    <section className={styles["failure"]} aria-label={t("failure.title")}>
      <h3>{failure.title}</h3>
      {failure.headline !== null && failure.headline !== failure.title && (
        <p className={styles["headline"]}>{failure.headline}</p>
      )}
      <Outside failure={failure} />
      <Excerpt failure={failure} />
      <History dagId={dagId} taskId={taskId} failure={failure} />
      {[...failure.blocks.tasks, ...failure.blocks.dags].length > 0 && (
        <p>
          {t("failure.blocks")} {[...failure.blocks.tasks, ...failure.blocks.dags].join(", ")}
        </p>
      )}
      {failure.advice.map(({ code, text }) => (
        <p key={code}>{text}</p>
      ))}
      {failure.detail !== null && (
        <details>
          <summary>{t("failure.detail")}</summary>
          <pre className={styles["detail"]}>{failure.detail}</pre>
        </details>
      )}
      <Actions failure={failure} />
    </section>
  );
}

interface Shown {
  readonly failure: Failure;
}

/** The job outside, and what was last said of it. */
function Outside({ failure: { external } }: Shown) {
  if (external === null) return null;
  const { href, id, reason } = external;
  return (
    <p>
      {href === null ? (
        id
      ) : (
        <a href={href} rel="noopener">
          {id}
        </a>
      )}{" "}
      {reason}
    </p>
  );
}

/** The last lines before the error, it among them. */
function Excerpt({ failure: { excerpt } }: Shown) {
  const lines = excerpt.lines.slice(-MOST_LINES);
  if (lines.length === 0) return null;
  return (
    <ol className={styles["excerpt"]}>
      {lines.map(({ n, m, src, lv }) => (
        <li key={n} data-error={src === "stderr" || lv === "error"}>
          <span>{n}</span>
          <span>{m}</span>
        </li>
      ))}
    </ol>
  );
}

function History({
  dagId,
  taskId,
  failure,
}: {
  readonly dagId: string;
  readonly taskId: string;
  readonly failure: Failure;
}) {
  const { t } = useTranslation("task");
  const { lastSuccess, changed, sameErrorRuns } = failure;
  return (
    <>
      {lastSuccess === null ? (
        <p>{t("failure.never")}</p>
      ) : (
        <p>
          {t("failure.lastSuccess")}{" "}
          <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId: lastSuccess.runId, taskId }}>
            {lastSuccess.runId}
          </Link>{" "}
          {changed.length === 0
            ? t("failure.unchanged")
            : changed
                .map(({ what, from, to }) => t("failure.changed", { what, from: String(from), to: String(to) }))
                .join(" ")}
        </p>
      )}
      {sameErrorRuns > 0 && <p>{t("failure.same", { count: sameErrorRuns })}</p>}
    </>
  );
}

function Actions({ failure: { title, excerpt } }: Shown) {
  const { t } = useTranslation("task");
  const navigate = useNavigate();
  const line = excerpt.lines.findLast(({ src, lv }) => src === "stderr" || lv === "error") ?? excerpt.lines.at(-1);
  return (
    <Group gap="xs" mt="xs">
      {line !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void navigate({ to: ".", search: { line: line.n } })}
        >
          {t("failure.openLog")}
        </Button>
      )}
      <CopyButton value={`${title}\n${window.location.href}`}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" onClick={copy}>
            {copied ? t("failure.copied") : t("failure.copy")}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
