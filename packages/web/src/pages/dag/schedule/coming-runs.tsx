/** The runs to come, as the page and the dialog of the switch show them: always the interval, the moment there, and UTC. */
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { untilText } from "../../../format/ago.ts";
import { durationText } from "../../../format/duration.ts";
import { instantText, readInstant } from "../../../format/instant.ts";
import { now } from "../../../now.ts";
import { Gap } from "../../../parts/gap.tsx";
import { Empty } from "../../../parts/panel.tsx";
import { usePreferences } from "../../../preferences/preferences.ts";
import { offsetsAround } from "./offsets.ts";
import styles from "./schedule.module.css";

export type ComingRun = components["schemas"]["SchedulePreviewRow"];
export type Enabling = components["schemas"]["SchedulePreviewOnEnable"];

interface ComingRunsProps {
  readonly rows: readonly ComingRun[];
  /** Of the schedule: its moments are said there, whatever zone the reader looks in. */
  readonly zone: string;
  /** They begin at a day that somebody chose. */
  readonly isFrom?: boolean;
}

export function ComingRuns({ rows, zone, isFrom = false }: ComingRunsProps) {
  const { t } = useTranslation("dag");
  const { language } = usePreferences();
  const moment = now();
  if (rows.length === 0) return <Empty>{t(isFrom ? "schedule.noneAfter" : "schedule.never")}</Empty>;
  const hasNotes = rows.some(({ note }) => note !== null);
  return (
    <table className={styles["runs"]}>
      <thead>
        <tr>
          <th scope="col">{t("schedule.number")}</th>
          <th scope="col">{t("schedule.covers")}</th>
          <th scope="col">{t("schedule.runsAt")}</th>
          <th scope="col">{t("schedule.utc")}</th>
          <th scope="col">{t("schedule.in")}</th>
          {hasNotes && <th scope="col">{t("schedule.note")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ interval: [from, to], runAfter, note }, index) => (
          <tr key={`${from} ${runAfter}`}>
            <th scope="row">{index + 1}</th>
            <td data-label={t("schedule.covers")}>
              <span>
                <span className={styles["moment"]}>{at(from, zone)} →</span>{" "}
                <span className={styles["moment"]}>{at(to, zone)}</span>
              </span>
            </td>
            <td data-label={t("schedule.runsAt")}>{at(runAfter, zone)}</td>
            <td data-label={t("schedule.utc")}>{at(runAfter, "UTC")}</td>
            <td data-label={t("schedule.in")}>{untilText((readInstant(runAfter) ?? moment) - moment, language)}</td>
            {note !== null && (
              <td data-label={t("schedule.note")}>
                {t(`schedule.${note}`, offsetsAround(readInstant(runAfter) ?? 0, zone))}
              </td>
            )}
            {note === null && hasNotes && <td className={styles["none"]} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What switching it on begins. */
export function OnEnable({ onEnable, zone }: { readonly onEnable: Enabling; readonly zone: string }) {
  const { t } = useTranslation("dag");
  const { language } = usePreferences();
  const { now: count, oldest, newest, maxActive, estimateMs } = onEnable;
  const words = count === 0 ? "none" : count === 1 ? "one" : "many";
  return (
    <p className={styles["words"]} role="status">
      <strong>{t(`schedule.on.${words}`, { count, oldest: at(oldest, zone), newest: at(newest, zone) })}</strong>
      <Gap />
      {count > 1 && maxActive !== null && t("schedule.on.limit", { max: maxActive })}
      <Gap />
      {count > 0 && estimateMs !== null && t("schedule.on.estimate", { duration: durationText(estimateMs, language) })}
    </p>
  );
}

function at(text: string | null, zone: string): string {
  const millis = readInstant(text);
  return millis === null ? "–" : instantText(millis, zone);
}
