/** The runs above the grid, with the line where a version ends. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { NameResizer } from "./name-resizer.tsx";
import styles from "./grid.module.css";
import type { GridColumn, GridRow } from "./grid.ts";
import type { GridWords } from "./grid-words.ts";
import { durationOf } from "./overview.ts";
import { RunHeader } from "./run-header.tsx";

/** The runs, of which those of `items` are on the screen. */
export interface Band {
  /** All tasks and groups, as the letters of the columns have them. */
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly items: readonly VirtualItem[];
  readonly width: number;
}

interface GridHeadProps {
  readonly dagId: string;
  readonly band: Band;
  readonly words: GridWords;
}

export function GridHead({ dagId, band: { columns, items, width }, words }: GridHeadProps) {
  const { t } = useTranslation("dag");
  const { runId } = useParams({ strict: false });
  const longest = useMemo(() => Math.max(1, ...columns.map(({ run }) => durationOf(run) ?? 0)), [columns]);
  return (
    <div role="row" aria-rowindex={1} className={styles["head"]}>
      <span role="columnheader" aria-colindex={1} className={styles["corner"]}>
        {t("grid.tasks")}
        <NameResizer />
      </span>
      <div className={styles["runs"]} style={{ width }} role="presentation">
        {items.map(({ index, start }) => {
          const run = columns[index]?.run;
          if (run === undefined) return null;
          const before = columns[index - 1]?.run;
          return (
            <RunHeader
              key={run.id}
              dagId={dagId}
              run={run}
              name={words.runName(run)}
              left={start}
              column={index + 2}
              share={(durationOf(run) ?? 0) / longest}
              isNewVersion={before !== undefined && before.version !== run.version}
              isOpen={run.id === runId}
            />
          );
        })}
      </div>
    </div>
  );
}
