/** Who runs tasks, what waits for them, and which processes keep it going. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import styles from "../admin.module.css";
import { TaskLink } from "../pools/pool-page.tsx";
import { SettingPage } from "../setting-page.tsx";
import { Verdict } from "../verdict.tsx";
import { deadServices, type Executor, missingExecutors, type Queue, waitingOf, type Workers } from "./workers.ts";

const SETTLE_MILLIS = 500;

export function WorkersPage() {
  const { t } = useTranslation("admin");
  const isWatched = useFresh({ topics: ["workers", "runs"], queryKey: ["workers"], settleMillis: SETTLE_MILLIS });
  const { data, error, refetch } = useQuery({
    enabled: isWatched,
    queryKey: ["workers"],
    queryFn: ({ signal }) => client.get("/api/momiji/v1/workers", { signal }),
  });
  return (
    <SettingPage title={t("workers.title")} lead={t("workers.lead")}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <Warnings workers={data} />
          <Panel title={t("workers.executors")} count={data.executors.length}>
            <Counted name={t("workers.executor")} rows={data.executors} slotsOf={(each) => (each as Executor).slots} />
          </Panel>
          <Panel title={t("workers.workers")} count={data.workers.length}>
            {data.workers.length === 0 ? <Empty>{t("workers.idle")}</Empty> : <Holding workers={data.workers} />}
          </Panel>
          <Panel title={t("workers.queues")} count={data.queues.length}>
            {data.queues.length === 0 ? (
              <Empty>{t("workers.noQueues")}</Empty>
            ) : (
              <Counted name={t("workers.queue")} rows={data.queues} />
            )}
          </Panel>
          <Services workers={data} />
        </>
      )}
    </SettingPage>
  );
}

function Warnings({ workers }: { readonly workers: Workers }) {
  const { t } = useTranslation("admin");
  return (
    <>
      {missingExecutors(workers).map((executor) => (
        <p key={executor.name} className={styles["warning"]} role="alert">
          {t("workers.missing", { name: executor.name, count: waitingOf(executor) })}
        </p>
      ))}
      {deadServices(workers).map(({ type, host, heartbeat }) => (
        <p key={`${type} ${host}`} className={styles["warning"]} role="alert">
          {t("workers.dead", { type: t(`workers.type.${type}`, { defaultValue: type }), host })} <When at={heartbeat} />
        </p>
      ))}
    </>
  );
}

interface CountedProps {
  /** What the rows are. */
  readonly name: string;
  readonly rows: readonly (Executor | Queue)[];
  /** Absent: these have none. */
  readonly slotsOf?: (row: Executor | Queue) => number | null;
}

function Counted({ name, rows, slotsOf }: CountedProps) {
  const { t } = useTranslation("admin");
  const columns = ["running", "queued", "scheduled", "deferred"] as const;
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {slotsOf !== undefined && <th scope="col">{t("pools.slotsLabel")}</th>}
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`pools.${column}`)}
            </th>
          ))}
          <th scope="col">{t("workers.oldest")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>
              <strong>{row.name}</strong>
            </td>
            {slotsOf !== undefined && (
              <td data-label={t("pools.slotsLabel")}>{slotsOf(row) ?? t("workers.notThere")}</td>
            )}
            {columns.map((column) => (
              <td key={column} data-label={t(`pools.${column}`)}>
                {row[column]}
              </td>
            ))}
            <td data-label={t("workers.oldest")}>
              <When at={row.oldestQueued} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Holding({ workers }: Pick<Workers, "workers">) {
  const { t } = useTranslation("admin");
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">{t("workers.worker")}</th>
          <th scope="col">{t("workers.host")}</th>
          <th scope="col">{t("workers.attempts")}</th>
        </tr>
      </thead>
      <tbody>
        {workers.map(({ name, host, running, attempts, hidden }) => (
          <tr key={name}>
            <td>
              <strong>{name}</strong>
            </td>
            <td data-label={t("workers.host")}>{host ?? "–"}</td>
            <td>
              {t("workers.running", { count: running })}
              <ul className={styles["plain"]}>
                {attempts.map((attempt) => (
                  <li key={`${attempt.dagId} ${attempt.runId} ${attempt.taskId} ${attempt.mapIndex}`}>
                    <TaskLink {...attempt} />{" "}
                    <span className={styles["quiet"]}>
                      {t("workers.runsSince")} <When at={attempt.start} show="minute" />
                    </span>
                  </li>
                ))}
              </ul>
              {hidden > 0 && <span className={styles["quiet"]}>{t("pools.hidden", { count: hidden })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Services({ workers: { services } }: { readonly workers: Workers }) {
  const { t } = useTranslation("admin");
  const version = useQuery({
    queryKey: ["version"],
    queryFn: ({ signal }) => client.get("/api/v2/version", { signal }),
  });
  return (
    <Panel title={t("workers.services")} count={services.length}>
      {version.data !== undefined && <p>{t("workers.version", { version: version.data.version })}</p>}
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("workers.service")}</th>
            <th scope="col">{t("workers.state")}</th>
            <th scope="col">{t("workers.host")}</th>
            <th scope="col">{t("workers.since")}</th>
            <th scope="col">{t("workers.heartbeat")}</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ type, host, alive, since, heartbeat }) => (
            <tr key={`${type} ${host}`}>
              <td>
                <strong>{t(`workers.type.${type}`, { defaultValue: type })}</strong>
              </td>
              <td>
                <Verdict ok={alive} words={t(alive ? "workers.alive" : "workers.silent")} />
              </td>
              <td data-label={t("workers.host")}>{host}</td>
              <td data-label={t("workers.since")}>
                <When at={since} />
              </td>
              <td data-label={t("workers.heartbeat")}>
                <When at={heartbeat} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
