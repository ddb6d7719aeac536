/** Whether what is shown is what is, what goes on, and whether the processes live that make it so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { shellQuery } from "../api/shell-query.ts";
import { instantText } from "../format/instant.ts";
import { useLiveState } from "../live/use-live.ts";
import { useZone } from "../preferences/zone.ts";
import type { ActiveCounts } from "./active-runs.ts";
import styles from "./shell.module.css";
import { useIsOpen } from "./use-places.ts";

const SCHEDULER = "SchedulerJob";

export function StatusBar({ counts }: { readonly counts: ActiveCounts | null }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...shellQuery, enabled: false });
  const scheduler = data?.services.find(({ type }) => type === SCHEDULER);
  return (
    <footer className={styles["status"]}>
      <Live />
      {counts !== null && (
        <>
          <Count state="running" count={counts.running} isMore={counts.isMore} />
          <Count state="queued" count={counts.queued} isMore={counts.isMore} />
        </>
      )}
      {scheduler !== undefined && (
        <span data-bad={!scheduler.isAlive}>
          {t(scheduler.isAlive ? "status.schedulerOk" : "status.schedulerDown")}
        </span>
      )}
      {data !== undefined && <span className={styles["version"]}>v{data.version}</span>}
    </footer>
  );
}

function Live() {
  const { t } = useTranslation();
  const zone = useZone();
  const { state, at } = useLiveState();
  const isOff = state === "off" || state === "ended";
  const text = isOff
    ? at === null
      ? t("live.connecting")
      : t("live.off", { time: instantText(at, zone) })
    : t(`live.${state}`);
  return (
    <span className={styles["live"]}>
      <span className={styles["dot"]} data-live={isOff ? "off" : state} aria-hidden="true" />
      <span role="status">{text}</span>
    </span>
  );
}

interface CountProps {
  readonly state: "running" | "queued";
  readonly count: number;
  readonly isMore: boolean;
}

function Count({ state, count, isMore }: CountProps) {
  const { t } = useTranslation();
  const isOpen = useIsOpen();
  const words = t(`status.${state}`, { count }) + (isMore ? "+" : "");
  if (!isOpen({ path: "/runs", word: "runs" })) return <span>{words}</span>;
  return (
    <Link to="/runs" search={{ state: [state] } as never}>
      {words}
    </Link>
  );
}
