/** When DAGs run next. What a schedule says changes only when a run was made of it or the DAG has changed. */
import { createTimetable, type Micros, parseInstant, upcomingRuns } from "@momiji/core";
import type { DagRecord } from "@momiji/store";

export class NextRuns {
  readonly #known = new Map<string, { readonly of: string; readonly at: Micros | null }>();

  /** Null: never by itself. */
  of(dag: DagRecord, now: Micros): Micros | null {
    const of = `${dag.version} ${dag.lastInterval?.end ?? ""}`;
    const known = this.#known.get(dag.dagId);
    if (known?.of === of && (known.at === null || known.at > now)) return known.at;
    const startDate = dag.spec.startDate === undefined ? null : parseInstant(dag.spec.startDate);
    const timetable = createTimetable(dag.spec.schedule, { startDate });
    const view = { ...dag, dagVersion: dag.version, timetable, isOff: false, unfinishedRuns: 0, catchupLimit: 0 };
    const at = timetable.canBeScheduled ? (upcomingRuns(view, now, 1)[0]?.runAfter ?? null) : null;
    this.#known.set(dag.dagId, { of, at });
    return at;
  }
}
