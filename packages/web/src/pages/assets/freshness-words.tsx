/** How fresh an asset is, in words and a shape. */
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { readInstant } from "../../format/instant.ts";
import { now } from "../../now.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import styles from "./assets.module.css";
import { freshnessOf } from "./freshness.ts";

interface FreshnessWordsProps {
  readonly lastEvent: string | null;
  readonly usualMs: number | null;
  /** One word; the rest is in its title. */
  readonly isShort?: boolean;
}

const SIGNS = { none: "○", unknown: "·", fresh: "✓", late: "!" };

export function FreshnessWords({ lastEvent, usualMs, isShort = false }: FreshnessWordsProps) {
  const { t } = useTranslation("assets");
  const { language } = usePreferences();
  const at = now();
  const last = readInstant(lastEvent);
  const freshness = freshnessOf({ last, usualMs, now: at });
  const usual = usualMs === null ? "" : durationText(usualMs, language);
  const age = last === null ? "" : durationText(at - last, language);
  return (
    <span
      className={styles["freshness"]}
      data-freshness={freshness}
      title={t(`freshness.${freshness}`, { usual, age })}
    >
      <span aria-hidden="true">{SIGNS[freshness]}</span>{" "}
      {isShort ? t(`freshness.short.${freshness}`) : t(`freshness.${freshness}`, { usual, age })}
    </span>
  );
}
