/** How many dates stand where, as a bar and in words. */
import { useTranslation } from "react-i18next";
import { durationText } from "../../../format/duration.ts";
import { readInstant } from "../../../format/instant.ts";
import { now } from "../../../now.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import { type BackfillDetails, doneOf, leftMillis, PARTS } from "./backfill.ts";
import styles from "./backfills.module.css";

export function ProgressBar({ backfill }: { readonly backfill: BackfillDetails }) {
  const { t } = useTranslation("backfill");
  const { language } = usePreferences();
  const { progress, created_at: created, is_paused: isPaused } = backfill;
  const parts = PARTS.filter((part) => progress[part] > 0);
  const left = isPaused ? null : leftMillis(progress, readInstant(created), now());
  return (
    <section className={styles["progress"]} aria-label={t("progress.label")}>
      <div
        role="progressbar"
        aria-label={t("progress.label")}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={doneOf(progress)}
        className={styles["bar"]}
      >
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: progress[part] }} />
        ))}
      </div>
      <p role="status">
        {t("progress.done", { done: doneOf(progress), total: progress.total })}
        {parts.map((part) => (
          <span key={part} className={styles["part"]} data-part={part}>
            {t(`progress.${part}`, { count: progress[part] })}
          </span>
        ))}
        {left !== null && (
          <span className={styles["part"]}>{t("progress.left", { duration: durationText(left, language) })}</span>
        )}
      </p>
    </section>
  );
}
