/** Beside the scroll bar: where in the whole log the hits and the errors are. */
import { useMemo } from "react";
import styles from "./log.module.css";
import type { Rows } from "./rows.ts";

interface MarksRailProps {
  readonly rows: Rows;
  readonly hits: readonly number[];
  readonly errors: readonly number[];
}

/** Places that can be told apart. */
const PLACES = 400;

export function MarksRail({ rows, hits, errors }: MarksRailProps) {
  const hitPath = useMemo(() => pathOf(rows, hits), [rows, hits]);
  const errorPath = useMemo(() => pathOf(rows, errors), [rows, errors]);
  return (
    <svg className={styles["rail"]} viewBox={`0 0 8 ${PLACES}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={errorPath} className={styles["errorMark"]} />
      <path d={hitPath} className={styles["hitMark"]} />
    </svg>
  );
}

function pathOf(rows: Rows, numbers: readonly number[]): string {
  const places = new Set(numbers.map((number) => Math.floor((rows.rowOf(number) / Math.max(1, rows.count)) * PLACES)));
  return [...places].map((place) => `M0 ${place + 0.5}h8`).join("");
}
