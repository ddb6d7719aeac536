/** Ended runs by hour: how many, and how many of them failed, in a row of bars that reads as a list too. */
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../format/instant.ts";
import { Panel } from "../../parts/panel.tsx";
import { usePreferences, zoneOf } from "../../preferences/preferences.ts";
import type { Home } from "./home.ts";
import styles from "./home.module.css";

const HEIGHT = 48;

export function HistoryBars({ history }: { readonly history: Home["history"] }) {
  const { t } = useTranslation("home");
  const zone = zoneOf(usePreferences());
  if (history.length === 0) return null;
  const most = Math.max(...history.map(([, { success, failed }]) => success + failed));
  return (
    <Panel title={t("history")}>
      <ol className={styles["bars"]}>
        {history.map(([hour, { success, failed }]) => {
          const words = t("historyHour", { time: instantText(readInstant(hour) ?? 0, zone), success, failed });
          return (
            <li key={hour} title={words} style={{ height: HEIGHT }}>
              <span className="visually-hidden">{words}</span>
              <span className={styles["bad"]} style={{ height: (failed / most) * HEIGHT }} />
              <span className={styles["good"]} style={{ height: (success / most) * HEIGHT }} />
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
