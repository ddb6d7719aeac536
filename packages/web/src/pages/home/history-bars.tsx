/** Ended runs by hour: how many, and how many of them failed, in a row of bars that reads as a list too. */
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../format/instant.ts";
import { isoText } from "../../format/wall.ts";
import { now } from "../../now.ts";
import { Panel } from "../../parts/panel.tsx";
import { When } from "../../parts/when.tsx";
import { useZone } from "../../preferences/zone.ts";
import { historyHours, HOUR_MILLIS } from "./history-hours.ts";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

const HEIGHT = 56;

export function HistoryBars({ home: { history, since } }: { readonly home: Home }) {
  const { t } = useTranslation("home");
  const zone = useZone();
  const hours = useMemo(() => historyHours(history, since, now()), [history, since]);
  if (history.length === 0) return null;
  const most = Math.max(...history.map(([, { success, failed }]) => success + failed));
  return (
    <Panel title={t("history")}>
      <ol className={styles["bars"]}>
        {hours.map(({ hour, ended: { success, failed } }) => {
          if (success + failed === 0) return <li key={hour} aria-hidden="true" />;
          const words = t("historyHour", { time: instantText(readInstant(hour) ?? 0, zone), success, failed });
          return (
            <li key={hour} style={{ height: HEIGHT }}>
              <Bar hour={hour} words={words}>
                <span className={styles["bad"]} style={{ height: (failed / most) * HEIGHT }} />
                <span className={styles["good"]} style={{ height: (success / most) * HEIGHT }} />
              </Bar>
            </li>
          );
        })}
      </ol>
      <p className={styles["axis"]} aria-hidden="true">
        <When at={hours[0]?.hour} show="minute" />
        <When at={hours.at(-1)?.hour} show="minute" />
      </p>
    </Panel>
  );
}

interface BarProps {
  /** ISO 8601, UTC */
  readonly hour: string;
  readonly words: string;
  readonly children: ReactNode;
}

/** Leads to the timeline of that hour, once there is one. */
function Bar({ hour, words, children }: BarProps) {
  const { routesByPath } = useRouter();
  const end = isoText((readInstant(hour) ?? 0) + HOUR_MILLIS);
  if (!Object.hasOwn(routesByPath, "/timeline"))
    return (
      <span className={styles["bar"]} title={words}>
        <span className="visually-hidden">{words}</span>
        {children}
      </span>
    );
  return (
    <Link to="/timeline" search={{ from: hour, to: end }} className={styles["bar"]} aria-label={words} title={words}>
      {children}
    </Link>
  );
}
