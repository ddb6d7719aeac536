/** How long something took, beside what is usual: the mark in the middle. */
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { Took } from "../../parts/took.tsx";
import { usePreferences } from "../../preferences/preferences.ts";
import styles from "./runs.module.css";

interface DurationBarProps {
  readonly seconds: number | null;
  /** Seconds; undefined: nothing is known. */
  readonly usual: number | undefined;
}

/** The bar ends at twice what is usual. */
const WIDEST = 2;

export function DurationBar({ seconds, usual }: DurationBarProps) {
  const { t } = useTranslation("browse");
  const { language } = usePreferences();
  if (seconds === null) return <Took millis={null} />;
  const share = usual === undefined || usual <= 0 ? null : Math.min(WIDEST, seconds / usual) / WIDEST;
  const title = usual === undefined ? undefined : t("usual", { duration: durationText(usual * 1000, language) });
  return (
    <span className={styles["took"]} title={title}>
      <Took millis={seconds * 1000} />
      {share !== null && (
        <span className={styles["track"]} aria-hidden="true">
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </span>
  );
}
