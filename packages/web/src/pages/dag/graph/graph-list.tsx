/** The same tasks as a list, each with what comes right before it: for who cannot see or does not want a drawing. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { NO_FACTS, useNodeWords } from "./graph-nodes.tsx";
import styles from "./graph.module.css";
import type { Facts } from "./node-facts.ts";
import type { Difference, ShownGraph } from "./shown-graph.ts";
import { StateGlyph } from "../../../states/state-glyph.tsx";

interface GraphListProps {
  readonly graph: ShownGraph;
  readonly facts: Facts;
  readonly differences: ReadonlyMap<string, Difference>;
  onOpen(id: string): void;
}

export function GraphList({ graph, facts, differences, onOpen }: GraphListProps) {
  const { t } = useTranslation("graph");
  const words = useNodeWords();
  const before = useMemo(() => Map.groupBy(graph.edges, ({ to }) => to), [graph.edges]);
  return (
    <ol className={styles["list"]} aria-label={t("list")}>
      {graph.nodes.map(({ id, row }) => {
        const own = facts.get(id) ?? NO_FACTS;
        const from = before.get(id) ?? [];
        return (
          <li key={id} style={{ paddingLeft: row.depth * 16 }}>
            <button type="button" onClick={() => onOpen(id)}>
              {own.state !== null && <StateGlyph state={own.state} />}
              <span>{words(row, own, differences.get(id))}</span>
            </button>
            {from.length > 0 && (
              <span className={styles["small"]}>{t("after", { tasks: from.map((edge) => edge.from).join(", ") })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
