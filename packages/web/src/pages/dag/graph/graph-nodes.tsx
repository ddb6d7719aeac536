/** A task, or a group, in a graph. */
import { Handle, type Node, type NodeProps } from "@xyflow/react";
import { createContext, memo, use } from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../../../format/duration.ts";
import { IconChevronDown, IconChevronRight } from "../../../parts/icons.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import { knownRule } from "../../../states/known-rule.ts";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import type { Structure } from "./graph-query.ts";
import styles from "./graph.module.css";
import type { Facts, NodeFacts } from "./node-facts.ts";
import type { Difference } from "./shown-graph.ts";

interface GraphShared {
  readonly name: string;
  readonly facts: Facts;
  readonly differences: ReadonlyMap<string, Difference>;
  readonly critical: ReadonlySet<string>;
  readonly active: string | null;
  onOpen(id: string): void;
}

export const GraphContext = createContext<GraphShared>({
  name: "",
  facts: new Map(),
  differences: new Map(),
  critical: new Set(),
  active: null,
  onOpen: () => undefined,
});

type Row = Structure["rows"][number];

type RowNode = Node<{ readonly row: Row }>;

/** @param graph a page may hold several */
export function nodeId(graph: string, id: string): string {
  return `${graph}-${id.replaceAll(/\s/g, "_")}`;
}

export const NO_FACTS: NodeFacts = { state: null, counts: null, tries: 0, millis: null, beside: null };

/** What is said of a node: its name, state, and whatever else stands on it. */
export function useNodeWords(): (row: Row, facts: NodeFacts, difference: Difference | undefined) => string {
  const { t } = useTranslation(["graph", "states"]);
  const { language } = usePreferences();
  return (row, { state, counts, tries, millis, beside }, difference) =>
    [
      row.label ?? row.id,
      row.around === undefined ? "" : t(`graph:around.${row.around.kind}`),
      state === null ? "" : t(`states:${state}`),
      counts === null ? "" : t("graph:counts", counts),
      tries > 1 ? t("graph:tries", { count: tries }) : "",
      millis === null ? "" : durationText(millis, language),
      row.rule === undefined || row.rule === "all_success" ? "" : ruleWords(t, row.rule),
      row.isSetup ? t("graph:setup") : "",
      row.isTeardown ? t("graph:teardown") : "",
      difference === undefined ? "" : t(`graph:difference.${difference}`),
      beside === null ? "" : t("graph:compare.beside", { state: t(`states:${beside}`) }),
    ]
      .filter((part) => part !== "")
      .join(", ");
}

type Translate = ReturnType<typeof useTranslation<["graph", "states"]>>["t"];

/** A rule in words: when the task runs. */
function ruleWords(t: Translate, rule: string): string {
  const known = knownRule(rule);
  return known === undefined ? rule : t(`graph:rule.${known}`);
}

function useNode(id: string) {
  const { name, facts, differences, critical, active, onOpen } = use(GraphContext);
  const marks = {
    "data-active": active === id,
    "data-critical": critical.has(id),
    "data-difference": differences.get(id),
  };
  return { domId: nodeId(name, id), facts: facts.get(id) ?? NO_FACTS, difference: differences.get(id), marks, onOpen };
}

const TaskNode = memo(function TaskNode({ id, data, sourcePosition, targetPosition }: NodeProps<RowNode>) {
  const { t } = useTranslation(["graph", "states"]);
  const { domId, facts, difference, marks, onOpen } = useNode(id);
  const words = useNodeWords();
  const { row } = data;
  const { state, beside } = facts;
  const hasRule = row.rule !== undefined && row.rule !== "all_success";
  return (
    <div
      id={domId}
      role="button"
      tabIndex={-1}
      aria-label={words(row, facts, difference)}
      title={hasRule ? `${row.id}\n${ruleWords(t, row.rule ?? "")}` : (row.around?.name ?? row.id)}
      className={styles["node"]}
      data-state={state ?? "none"}
      data-role={row.isSetup ? "setup" : row.isTeardown ? "teardown" : undefined}
      data-many={row.kind !== "task"}
      data-around={row.around !== undefined}
      {...marks}
      onClick={() => onOpen(id)}
    >
      <Handle type="target" position={targetPosition ?? ("left" as never)} isConnectable={false} />
      {state !== null && <StateGlyph state={state} size={16} />}
      <span className={styles["words"]}>
        <span className={styles["name"]}>
          {row.label ?? row.id}
          {row.children !== undefined && <IconChevronRight size={12} aria-hidden="true" />}
        </span>
        <Numbers row={row} facts={facts} />
      </span>
      {beside !== null && <StateGlyph state={beside} size={14} />}
      {hasRule && <span className={styles["rule"]}>{row.rule}</span>}
      <Handle type="source" position={sourcePosition ?? ("right" as never)} isConnectable={false} />
    </div>
  );
});

/** What it does, how many succeeded, how long it took, how often it was tried. */
function Numbers({ row, facts: { counts, millis, tries } }: { readonly row: Row; readonly facts: NodeFacts }) {
  const { t } = useTranslation("graph");
  const { language } = usePreferences();
  return (
    <span className={styles["small"]}>
      {[
        row.around !== undefined
          ? t(`around.${row.around.kind}`)
          : row.children === undefined
            ? row.operator
            : t("inside", { count: row.children }),
        counts === null ? "" : `${counts.done}/${counts.all}`,
        millis === null ? "" : durationText(millis, language),
        tries > 1 ? `↻${tries}` : "",
      ]
        .filter((part) => part !== undefined && part !== "")
        .join(" · ")}
    </span>
  );
}

const GroupNode = memo(function GroupNode({ id, data, sourcePosition, targetPosition }: NodeProps<RowNode>) {
  const { domId, facts, difference, marks, onOpen } = useNode(id);
  const words = useNodeWords();
  const { row } = data;
  return (
    <div className={styles["group"]} {...marks}>
      <Handle type="target" position={targetPosition ?? ("left" as never)} isConnectable={false} />
      <div
        id={domId}
        role="button"
        tabIndex={-1}
        aria-expanded
        aria-label={words(row, facts, difference)}
        className={styles["groupName"]}
        onClick={() => onOpen(id)}
      >
        <IconChevronDown size={14} aria-hidden="true" />
        {facts.state !== null && <StateGlyph state={facts.state} />}
        {row.label ?? row.id}
      </div>
      <Handle type="source" position={sourcePosition ?? ("right" as never)} isConnectable={false} />
    </div>
  );
});

export const nodeTypes = { closed: TaskNode, opened: GroupNode };
