/** What stands before and after a task, two levels each way, with the states of this run: drawn, and as lists. */
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { TriggerRule } from "../../../parts/trigger-rule.tsx";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import type { State } from "../../../states/state.ts";
import { GraphCanvas } from "../../dag/graph/graph-canvas.tsx";
import graphStyles from "../../dag/graph/graph.module.css";
import type { Facts } from "../../dag/graph/node-facts.ts";
import { useDirection } from "../../dag/graph/use-direction.ts";
import { useGraph } from "../../dag/graph/use-graph.ts";
import { useOpenAround } from "../../dag/graph/use-open-around.ts";
import { ALL_GROUPS } from "../../dag/grid/closed-groups.ts";
import type { TaskPlace, TaskTabProps } from "../task-place.ts";
import styles from "../task.module.css";
import { type Neighbour, neighboursOf } from "./neighbours.ts";

const LEVELS = ["upper", "up", "self", "down", "lower"] as const;
const STEPS = 2;
const NO_DIFFERENCES = new Map<string, never>();
const NO_PATH = new Set<string>();

export function DependenciesTab({ place, task }: TaskTabProps) {
  const { t } = useTranslation("task");
  const { dagId, runId, taskId } = place;
  const { place: box, direction } = useDirection();
  const [search] = useState({ root: taskId, dir: "both", depth: STEPS, around: true, open: [ALL_GROUPS] } as const);
  const version = task.dag_version?.version_number;
  const drawn = useGraph({ dagId, runId, version, grid: undefined, search, direction });
  const { structure, layout, facts, error } = drawn;
  // All at once: the lists would move when the drawing comes above them.
  const isThere = structure !== undefined && (layout !== null || error !== null);
  const levels = isThere ? neighboursOf(structure, taskId) : [];
  const rule = levels[LEVELS.indexOf("self")]?.[0]?.rule;
  const [active, setActive] = useState<string | null>(taskId);
  const openNode = useOpening(structure?.rows ?? [], place);
  return (
    <div ref={box} className={graphStyles["small"]}>
      {error !== null && <ProblemPanel error={error} onRetry={drawn.retry} />}
      {isThere && levels.length === 0 && <Empty>{t("dependencies.notInVersion")}</Empty>}
      {levels.length > 0 && (
        <p>
          {t("dependencies.rule")} <TriggerRule rule={rule ?? "all_success"} />
        </p>
      )}
      {levels.length > 0 && layout !== null && (
        <GraphCanvas
          name="task-graph"
          graph={layout.of}
          layout={layout.layout}
          direction={layout.direction}
          facts={facts}
          differences={NO_DIFFERENCES}
          critical={NO_PATH}
          active={active}
          onActive={setActive}
          onOpen={openNode}
        />
      )}
      <Levels levels={levels} place={place} facts={facts} />
    </div>
  );
}

interface LevelsProps extends Pick<TaskTabProps, "place"> {
  readonly levels: ReturnType<typeof neighboursOf>;
  readonly facts: Facts;
}

function Levels({ levels, place, facts }: LevelsProps) {
  const { t } = useTranslation("task");
  return (
    <div className={styles["levels"]}>
      {levels.map((rows, level) => (
        <section key={LEVELS[level]} aria-label={t(`dependencies.${LEVELS[level] ?? "self"}`)}>
          <h3>{t(`dependencies.${LEVELS[level] ?? "self"}`)}</h3>
          {rows.length === 0 && <span className={styles["quiet"]}>{t("dependencies.none")}</span>}
          <ul>
            {rows.map((row) => (
              <NeighbourItem key={row.id} row={row} place={place} state={facts.get(row.id)?.state ?? "none"} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function useOpening(rows: readonly Neighbour[], { dagId, runId }: TaskPlace): (id: string) => void {
  const navigate = useNavigate();
  const openAround = useOpenAround();
  return (id) => {
    const row = rows.find((each) => each.id === id);
    if (row?.around !== undefined) openAround(row.around);
    else if (row !== undefined && row.children === undefined)
      void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params: { dagId, runId, taskId: id } });
  };
}

interface NeighbourProps {
  readonly row: Neighbour;
  readonly place: TaskPlace;
  readonly state: State;
}

function NeighbourItem({ row, place: { dagId, runId, taskId }, state }: NeighbourProps) {
  const { t } = useTranslation(["states", "graph"]);
  if (row.around !== undefined)
    return (
      <li>
        <AroundLink of={row.around} />
        <span className={styles["quiet"]}>{t(`graph:around.${row.around.kind}`)}</span>
      </li>
    );
  return (
    <li aria-current={row.id === taskId ? "true" : undefined}>
      <StateGlyph state={state} />
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId: row.id }}>
        {row.label ?? row.id}
      </Link>
      <span className={styles["quiet"]}>{t(`states:${state}`)}</span>
    </li>
  );
}

function AroundLink({ of: { kind, name, assetId } }: { readonly of: NonNullable<Neighbour["around"]> }) {
  if (kind === "dag")
    return (
      <Link to="/dags/$dagId" params={{ dagId: name }}>
        {name}
      </Link>
    );
  if (assetId === null) return <span>{name}</span>;
  return (
    <Link to="/assets/$assetId" params={{ assetId: String(assetId) }}>
      {name}
    </Link>
  );
}
