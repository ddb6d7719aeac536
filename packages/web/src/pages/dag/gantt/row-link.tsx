/** What a row of a gantt is called, and the way to its task or mapped instance. */
import { Link } from "@tanstack/react-router";
import type { GanttRow } from "./gantt-rows.ts";

interface RowLinkProps {
  readonly dagId: string;
  readonly runId: string;
  readonly row: GanttRow;
}

export function RowLink({ dagId, runId, row }: RowLinkProps) {
  const name = nameOf(row);
  const params = { dagId, runId, taskId: row.id, mapIndex: String(row.mapIndex) };
  const to =
    row.mapIndex < 0
      ? ({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params } as const)
      : ({ to: "/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex", params } as const);
  return (
    <Link {...to} title={name}>
      {name}
    </Link>
  );
}

export function nameOf({ id, mapIndex, all }: GanttRow): string {
  if (all !== null) return `${id} [${all.count.toLocaleString()}]`;
  return mapIndex < 0 ? id : `${id} [${mapIndex}]`;
}
