/** The gantt as a table: for who cannot see or does not want bars. */
import { useTranslation } from "react-i18next";
import { instantText } from "../../../format/instant.ts";
import { Took } from "../../../parts/took.tsx";
import { useZone } from "../../../preferences/zone.ts";
import { StateBadge } from "../../../states/state-badge.tsx";
import type { Bar, GanttRow } from "./gantt-rows.ts";
import { RowLink } from "./row-link.tsx";
import styles from "./gantt.module.css";

interface GanttTableProps {
  readonly dagId: string;
  readonly runId: string;
  readonly rows: readonly GanttRow[];
  /** When the run began, in milliseconds since the epoch. */
  readonly origin: number;
}

const COLUMNS = ["task", "state", "try", "waited", "start", "took", "usual"] as const;

export function GanttTable({ rows, ...run }: GanttTableProps) {
  const { t } = useTranslation("graph");
  return (
    <div className={styles["tableBox"]}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`gantt.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            attemptsOf(row).map((attempt) => (
              <AttemptRow key={`${row.id} ${row.mapIndex} ${attempt.tryNumber}`} row={row} attempt={attempt} {...run} />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface AttemptRowProps extends Omit<GanttTableProps, "rows"> {
  readonly row: GanttRow;
  readonly attempt: ReturnType<typeof attemptsOf>[number];
}

function AttemptRow({ dagId, runId, origin, row, attempt: { tryNumber, running, waited } }: AttemptRowProps) {
  const zone = useZone();
  return (
    <tr>
      <td>
        <RowLink dagId={dagId} runId={runId} row={row} />
      </td>
      <td>
        <StateBadge state={running?.state ?? row.state} />
      </td>
      <td>{tryNumber}</td>
      <td>
        <Took millis={waited} />
      </td>
      <td>{running === undefined ? "–" : instantText(origin + running.from, zone)}</td>
      <td>
        <Took millis={running === undefined ? null : running.to - running.from} />
      </td>
      <td>
        <Took millis={row.usual?.[1] ?? null} />
      </td>
    </tr>
  );
}

function attemptsOf({ bars }: GanttRow) {
  const byTry = Map.groupBy(bars, ({ tryNumber }) => tryNumber);
  return [...byTry].map(([tryNumber, own]) => {
    const running = own.find(({ kind }) => kind === "running" || kind === "deferred");
    return { tryNumber, running, waited: own.filter((bar) => bar !== running).reduce(sumOf, 0) };
  });
}

function sumOf(sum: number, { from, to }: Bar): number {
  return sum + to - from;
}
