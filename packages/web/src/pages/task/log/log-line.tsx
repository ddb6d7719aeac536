/** One line of a log: its number, its moment, its words. */
import type { LogLine as Line } from "@momiji/client";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../../../format/duration.ts";
import { instantText, readInstant, writeInstant } from "../../../format/instant.ts";
import { IconChevronDown, IconChevronRight } from "../../../parts/icons.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import { useZone } from "../../../preferences/zone.ts";
import { AnsiText } from "./ansi-text.tsx";
import { type JsonLine, readJsonLine } from "./json-line.ts";
import type { LogGroup } from "./log-facts.ts";
import styles from "./log.module.css";

/** How moments stand beside lines. */
export type Times = "zone" | "relative" | "off";

/** What is shown of lines of JSON: the line as it is, all its fields, or those named. */
export type Fields = "raw" | "all" | readonly string[];

export interface LineLook {
  readonly times: Times;
  /** Moments are told from here on, if they are relative. Milliseconds. */
  readonly startedAt: number | null;
  readonly fields: Fields;
  readonly sought: RegExp | null;
}

interface LogLineProps {
  readonly number: number;
  /** Absent: it is being read. */
  readonly line: Line | undefined;
  readonly look: LineLook;
  readonly isChosen: boolean;
  /** The hit that the reader is at. */
  readonly isHit: boolean;
  /** Null: no group begins here. */
  readonly group: LogGroup | null;
  readonly isFolded: boolean;
  onToggle(number: number): void;
}

export const LogLine = memo(function LogLine({ number, line, look, group, isFolded, ...of }: LogLineProps) {
  const { t } = useTranslation("task");
  const { isChosen, isHit, onToggle } = of;
  return (
    <div
      className={styles["line"]}
      data-line={number}
      data-level={line?.lv}
      data-error={line?.src === "stderr" || line?.lv === "error"}
      data-sought={isChosen}
      data-hit={isHit || undefined}
    >
      <span className={styles["number"]} data-number={number} data-text={number} />
      {look.times !== "off" && <LineTime at={line?.t} look={look} />}
      {group === null ? (
        <span className={styles["words"]}>
          {line === undefined ? t("log.loading") : <Words text={line.m} look={look} />}
        </span>
      ) : (
        <button type="button" className={styles["group"]} aria-expanded={!isFolded} onClick={() => onToggle(number)}>
          {isFolded ? (
            <IconChevronRight size={14} aria-hidden="true" />
          ) : (
            <IconChevronDown size={14} aria-hidden="true" />
          )}
          <AnsiText text={group.title} sought={look.sought} />
          {isFolded && (
            <span className={styles["quiet"]}>{t("log.lines", { count: (group.to ?? number) - number })}</span>
          )}
        </button>
      )}
    </div>
  );
});

/** Written by the style sheet, so that it is not copied with the words. */
function LineTime({ at, look }: { readonly at: string | undefined; readonly look: LineLook }) {
  const { language } = usePreferences();
  const zone = useZone();
  const millis = readInstant(at);
  if (millis === null) return <span className={styles["time"]} />;
  const { startedAt } = look;
  const text =
    look.times === "relative" && startedAt !== null
      ? `+${durationText(millis - startedAt, language)}`
      : writeInstant(millis, zone).time;
  return <span className={styles["time"]} data-text={text} title={`${instantText(millis, zone)}\n${at}`} />;
}

/** A line of megabytes is shown by its beginning until somebody asks for the rest. */
const LONGEST = 10_000;

function Words({ text, look }: { readonly text: string; readonly look: LineLook }) {
  const { t } = useTranslation("task");
  const [isWhole, setWhole] = useState(false);
  const json = look.fields === "raw" ? null : readJsonLine(text);
  if (json !== null) return <JsonWords json={json} look={look} />;
  const isCut = text.length > LONGEST && !isWhole;
  return (
    <>
      <AnsiText text={isCut ? text.slice(0, LONGEST) : text} sought={look.sought} />
      {isCut && (
        <button type="button" className={styles["more"]} onClick={() => setWhole(true)}>
          {t("log.wholeLine", { count: text.length })}
        </button>
      )}
    </>
  );
}

function JsonWords({ json: { message, level, fields }, look }: { readonly json: JsonLine; readonly look: LineLook }) {
  const shown = typeof look.fields === "string" ? fields : fields.filter(([name]) => look.fields.includes(name));
  return (
    <span data-json-level={level ?? undefined}>
      <AnsiText text={message} sought={look.sought} />
      {shown.map(([name, value]) => (
        <span key={name} className={styles["field"]}>
          {" "}
          <span className={styles["fieldName"]}>{name}=</span>
          <AnsiText text={value} sought={look.sought} />
        </span>
      ))}
    </span>
  );
}
