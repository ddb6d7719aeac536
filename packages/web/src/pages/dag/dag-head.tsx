/** What stands above every view of a DAG: whether it is on, its schedule, when the next run is, how many go on. */
import type { components } from "@momiji/client";
import { Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { use, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { openAct } from "../../acts/open-act.ts";
import { useRefusal } from "../../acts/use-refusal.ts";
import { untilText } from "../../format/ago.ts";
import { readInstant } from "../../format/instant.ts";
import { useKeys } from "../../keys/use-keys.ts";
import { now } from "../../now.ts";
import { When } from "../../parts/when.tsx";
import { GuardedButton } from "../../parts/guarded.tsx";
import { IconPlayerPlay } from "../../parts/icons.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { ActiveCountsContext } from "../../shell/active-counts.ts";
import { DagMenu } from "./dag-menu.tsx";
import { PauseSwitch } from "./pause-switch.tsx";
import styles from "./dag.module.css";

interface DagHeadProps {
  readonly dagId: string;
  /** Absent: it is being read. */
  readonly dag: components["schemas"]["DAGResponse"] | undefined;
}

export function DagHead({ dagId, dag }: DagHeadProps) {
  const { t } = useTranslation(["dag", "dags"]);
  const mayNotRun = useRefusal("run", [dagId], "create");
  const trigger = (): void => openAct({ kind: "trigger", dagId });
  useKeys({
    t: dag !== undefined && mayNotRun === null ? trigger : undefined,
    p: dag === undefined ? undefined : () => openAct({ kind: "switch", dagId, isOn: dag.is_paused }),
  });
  return (
    <header className={styles["head"]}>
      <Group gap="sm" className={styles["title"] ?? ""}>
        <h1>
          <Link to="/dags/$dagId" params={{ dagId }}>
            {dag?.dag_display_name ?? dagId}
          </Link>
        </h1>
        {dag !== undefined && (
          <Group gap="sm" wrap="nowrap" className={styles["controls"] ?? ""}>
            <PauseSwitch dagId={dagId} isPaused={dag.is_paused} size="sm" />
            <GuardedButton
              reason={mayNotRun}
              size="compact-sm"
              variant="default"
              leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
              onClick={trigger}
            >
              {t("dag:trigger")}
            </GuardedButton>
            <DagMenu dagId={dagId} isPaused={dag.is_paused} fileToken={dag.file_token} />
          </Group>
        )}
      </Group>
      {dag !== undefined && <Facts dag={dag} />}
    </header>
  );
}

function Facts({ dag }: { readonly dag: components["schemas"]["DAGResponse"] }) {
  const { t } = useTranslation(["dag", "dags"]);
  const { language } = usePreferences();
  const { timetable_summary: cron, timetable_periodic: isPeriodic, schedule } = dag;
  return (
    <p className={styles["facts"]}>
      <span title={cron ?? undefined}>
        {cron === null ? t("dags:noSchedule") : schedule.text[language]} {isPeriodic && schedule.zone}
      </span>
      {dag.is_paused ? (
        <span>{t("dag:paused")}</span>
      ) : (
        dag.next_dagrun_run_after !== null && (
          <span>
            {t("dags:column.next")} <When at={dag.next_dagrun_run_after} show="minute" />{" "}
            <Until at={dag.next_dagrun_run_after} />
          </span>
        )
      )}
      <Active dagId={dag.dag_id} limit={dag.max_active_runs} />
      <span>v{dag.latest_dag_version}</span>
      <span>{dag.owners.join(", ")}</span>
      <span>{dag.description}</span>
      {dag.tags.map(({ name }) => (
        <Link key={name} to="/dags" search={{ tags: [name] }}>
          {name}
        </Link>
      ))}
    </p>
  );
}

const MINUTE_MILLIS = 60_000;

/** How long it is until then: `(in 5 hours)`. */
function Until({ at }: { readonly at: string }) {
  const { t } = useTranslation("dag");
  const { language } = usePreferences();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), MINUTE_MILLIS);
    return () => clearInterval(timer);
  }, []);
  const left = (readInstant(at) ?? 0) - moment;
  return left <= 0 ? null : t("until", { left: untilText(left, language) });
}

interface ActiveProps {
  readonly dagId: string;
  /** Null: there is none. */
  readonly limit: number | null;
}

/** How many runs go on of those that may at the same time, and how many wait for it. */
function Active({ dagId, limit }: ActiveProps) {
  const { t } = useTranslation("dag");
  const counts = use(ActiveCountsContext);
  // Of so many that not all are told by name nobody knows.
  if (counts?.isMore === true) return null;
  const { running, queued } = counts?.dags.get(dagId) ?? { running: 0, queued: 0 };
  const words = t(queued === 0 ? "active" : "activeQueued", { running, queued, limit: limit ?? "∞" });
  return (
    <Link
      to="/dags/$dagId/runs"
      params={{ dagId }}
      search={{ state: ["running", "queued"] }}
      // Its place is kept until they are counted.
      style={counts === null ? { visibility: "hidden" } : undefined}
    >
      {words}
    </Link>
  );
}
