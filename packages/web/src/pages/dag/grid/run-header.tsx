/** A run, above its cells: a bar as long as it took, and what kind of run it is. */
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { instantText, readInstant } from "../../../format/instant.ts";
import { usePreferences, zoneOf } from "../../../preferences/preferences.ts";
import { readState } from "../../../states/state.ts";
import type { GridRun } from "./grid.ts";
import styles from "./grid.module.css";

const TYPES: { readonly [type: string]: string } = { scheduled: "◷", manual: "▸", backfill: "↺", asset_triggered: "◈" };

interface RunHeaderProps {
  readonly dagId: string;
  readonly run: GridRun;
  readonly left: number;
  readonly column: number;
  /** Of the longest that is shown. */
  readonly share: number;
}

export const RunHeader = memo(function RunHeader({ dagId, run, left, column, share }: RunHeaderProps) {
  const { t } = useTranslation("states");
  const zone = zoneOf(usePreferences());
  const at = readInstant(run.runAfter);
  const state = readState(run.state);
  const name = `${at === null ? run.id : instantText(at, zone)}, ${t(state)}`;
  return (
    <div
      role="columnheader"
      aria-colindex={column}
      className={styles["run"]}
      style={{ transform: `translateX(${left}px)` }}
    >
      <Link
        to="/dags/$dagId/runs/$runId"
        params={{ dagId, runId: run.id }}
        tabIndex={-1}
        title={`${name}\n${run.id}`}
        aria-label={name}
        data-state={state}
      >
        <span className={styles["bar"]} style={{ height: `${Math.max(8, share * 100)}%` }} />
        <span aria-hidden="true">{TYPES[run.type] ?? "⤷"}</span>
      </Link>
    </div>
  );
});
