/** What a cell has no room for: when the task began, how long it took beside what is usual, and why it waits. */
import { useTranslation } from "react-i18next";
import { Took } from "../../../parts/took.tsx";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState, type State, stateOfLetter } from "../../../states/state.ts";
import { WHY } from "../../task/why/speech.ts";
import { reasonText } from "../../task/why/why-words.ts";
import type { Grid, GridColumn, GridRow } from "./grid.ts";
import styles from "./grid.module.css";
import { tasksInside } from "./tasks-inside.ts";
import type { Card } from "./use-card.ts";
import { type TaskPath, useTaskFacts } from "./use-task-facts.ts";

const WIDTH = 320;
const ROOM = 180;

interface CellCardProps {
  readonly card: Card;
  readonly dagId: string;
  readonly grid: Grid;
  readonly shown: readonly number[];
  readonly columns: readonly GridColumn[];
}

export function CellCard({ card, dagId, grid, shown, columns }: CellCardProps) {
  const { t } = useTranslation("dag");
  const { place, left, top, bottom } = card.shown ?? { place: { row: -1, column: -1 }, left: 0, top: 0, bottom: 0 };
  const number = shown[place.row] ?? -1;
  const row = grid.rows[number];
  const column = columns[place.column];
  if (row === undefined || column === undefined) return null;
  const state = stateOfLetter(column.letters[number] ?? "-");
  const isBelow = bottom + ROOM < window.innerHeight;
  const style = {
    left: Math.min(left, window.innerWidth - WIDTH - 8),
    ...(isBelow ? { top: bottom + 4 } : { bottom: window.innerHeight - top + 4 }),
  };
  return (
    <div
      className={styles["card"]}
      role="tooltip"
      style={style}
      onPointerEnter={card.keep}
      onPointerLeave={card.onPointerLeave}
    >
      <strong>{row.id}</strong>
      <div>{state === null ? t("grid.notInVersion") : <StateBadge state={state} />}</div>
      <dl>
        <dt>{t("grid.card.run")}</dt>
        <dd>
          <When at={column.run.runAfter} />
        </dd>
        {state !== null && <Facts place={{ dagId, row, column, state }} inside={insideOf(grid, column, number)} />}
      </dl>
    </div>
  );
}

type Counts = { readonly [state: string]: number } | undefined;

/** Instances of a mapped task, or tasks of a group. */
function insideOf({ rows }: Grid, { letters, extra }: GridColumn, number: number): Counts {
  return rows[number]?.children === undefined ? extra.get(number)?.m : tasksInside(rows, letters, number);
}

interface FactsProps {
  readonly place: {
    readonly dagId: string;
    readonly row: GridRow;
    readonly column: GridColumn;
    readonly state: State;
  };
  readonly inside: Counts;
}

function Facts({ place: { dagId, row, column, state }, inside }: FactsProps) {
  const { t } = useTranslation(["dag", "states"]);
  if (inside !== undefined)
    return Object.entries(inside).map(([word, count]) => (
      <div key={word} className={styles["fact"]}>
        <dt>{t(`states:${readState(word)}`)}</dt>
        <dd>{count.toLocaleString()}</dd>
      </div>
    ));
  if (row.kind !== "task") return null;
  const path = { dag_id: dagId, dag_run_id: column.run.id, task_id: row.id };
  return <TaskFacts key={`${row.id} ${column.run.id}`} path={path} state={state} />;
}

function TaskFacts({ path, state }: { readonly path: TaskPath; readonly state: State }) {
  const { t } = useTranslation("dag");
  const { t: words } = useTranslation(WHY);
  const { task, why, usual } = useTaskFacts(path, state);
  return (
    <>
      {task !== undefined && task.start_date !== null && (
        <>
          <dt>{t("grid.card.start")}</dt>
          <dd>
            <When at={task.start_date} />
          </dd>
          <dt>{t("grid.card.took")}</dt>
          <dd>
            <Took millis={task.duration === null ? null : task.duration * 1000} />
          </dd>
          {usual !== null && (
            <>
              <dt>{t("grid.card.usual")}</dt>
              <dd>
                <Took millis={usual} />
              </dd>
            </>
          )}
          <dt>{t("grid.card.try")}</dt>
          <dd>
            {t("grid.card.tryOf", { number: task.try_number, most: Math.max(task.try_number, task.max_tries + 1) })}
          </dd>
        </>
      )}
      {task?.note != null && (
        <>
          <dt>{t("grid.card.note")}</dt>
          <dd className={styles["cardNote"]}>{task.note}</dd>
        </>
      )}
      {why !== undefined && (
        <>
          <dt>{t("grid.card.why")}</dt>
          <dd>{reasonText(why, words)}</dd>
        </>
      )}
    </>
  );
}
