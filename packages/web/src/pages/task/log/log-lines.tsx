/** The lines that are on the screen, of any number. */
import type { LogLine } from "@momiji/client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant, writeInstant } from "../../../format/instant.ts";
import { usePreferences, zoneOf } from "../../../preferences/preferences.ts";
import { AnsiText } from "./ansi-text.tsx";
import { drawnLines } from "./drawn-lines.ts";
import styles from "./log.module.css";

const LINE = 19;

interface LogLinesProps {
  readonly label: string;
  readonly count: number;
  lineAt(number: number): LogLine | undefined;
  readonly isWrapped: boolean;
  /** Number of the line that was asked for. */
  readonly goTo: number | null;
  /** Where it opens: what failed says so at its end, and what runs goes on there. */
  readonly isAtEnd: boolean;
}

export function LogLines({ label, count, lineAt, isWrapped, goTo, isAtEnd }: LogLinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(isAtEnd);
  const { first, drawn } = drawnLines(count, goTo ?? (isAtEnd ? count : 1));
  const lines = useVirtualizer({
    count: drawn,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 20,
  });
  useEffect(() => {
    if (isFollowing) lines.scrollToIndex(drawn - 1, { align: "end" });
  }, [isFollowing, drawn, lines]);
  useEffect(() => {
    if (goTo === null) return;
    setFollowing(false);
    lines.scrollToIndex(goTo - first, { align: "center" });
  }, [goTo, first, lines]);
  return (
    <div
      ref={box}
      className={styles["lines"]}
      role="log"
      aria-label={label}
      aria-live="off"
      tabIndex={0}
      data-wrapped={isWrapped}
      onWheel={({ deltaY }) => deltaY < 0 && setFollowing(false)}
      onKeyDown={({ key }) => key === "f" && setFollowing(true)}
    >
      <div style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const number = first + index;
          const wrapping = isWrapped ? lines.measureElement : null;
          return (
            <Line
              key={number}
              number={number}
              index={index}
              line={lineAt(number)}
              top={start}
              measure={wrapping}
              isSought={goTo === number}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  readonly number: number;
  /** Among those that are drawn. */
  readonly index: number;
  /** Absent: it is being read. */
  readonly line: LogLine | undefined;
  readonly top: number;
  /** Of lines that take as many rows as they need; null: each takes one. */
  readonly measure: ((element: HTMLElement | null) => void) | null;
  readonly isSought: boolean;
}

function Line({ number, index, line, top, measure, isSought }: LineProps) {
  const { t } = useTranslation("task");
  const zone = zoneOf(usePreferences());
  const at = readInstant(line?.t);
  return (
    <div
      ref={measure}
      data-index={index}
      className={styles["line"]}
      data-error={line?.src === "stderr" || line?.lv === "error"}
      data-sought={isSought}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className={styles["number"]}>{number}</span>
      <span className={styles["time"]}>{at === null ? "" : writeInstant(at, zone).time}</span>
      <span className={styles["words"]}>{line === undefined ? t("log.loading") : <AnsiText text={line.m} />}</span>
    </div>
  );
}
