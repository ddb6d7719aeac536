/** The drawing: only what is on the screen is in the page. One tab stop: arrows follow edges, Enter opens. */
import {
  Background,
  type Edge,
  MarkerType,
  MiniMap,
  type Node,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import type { TFunction } from "i18next";
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import { GraphContext, nodeId, nodeTypes } from "./graph-nodes.tsx";
import styles from "./graph.module.css";
import { type Spot, spotsOf, steppedTo } from "./graph-keys.ts";
import type { Layout } from "./layout.ts";
import { edgeKind, type Facts } from "./node-facts.ts";
import type { Difference, ShownGraph } from "./shown-graph.ts";

/** Words are legible from here on; on a phone people see the whole first, and spread their fingers. */
const LEGIBLE = 0.7;
const LEGIBLE_ON_PHONE = 0.5;
const PHONE = 480;
const MARGIN = 16;

/** Fewer need no small map. */
const MANY = 20;

interface GraphCanvasProps {
  /** Of the drawing among others of the page: the id of its element. */
  readonly name: string;
  readonly graph: ShownGraph;
  readonly layout: Layout;
  readonly direction: "right" | "down";
  readonly facts: Facts;
  readonly differences: ReadonlyMap<string, Difference>;
  readonly critical: ReadonlySet<string>;
  readonly active: string | null;
  onActive(id: string): void;
  onOpen(id: string): void;
}

export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas(props: GraphCanvasProps) {
  const { t } = useTranslation("graph");
  const { name, graph, layout, facts, differences, critical, active, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const spots = useMemo(() => spotsOf(graph, layout), [graph, layout]);
  const open = useCallback(
    (id: string) => {
      onOpen(id);
      box.current?.focus();
    },
    [onOpen],
  );
  const shared = useMemo(
    () => ({ name, facts, differences, critical, active, onOpen: open }),
    [name, facts, differences, critical, active, open],
  );
  const onKeyDown = useCanvasKeys(props, spots);
  useEffect(() => {
    performance.mark("momiji:graph:first-nodes");
  }, []);
  return (
    <GraphContext value={shared}>
      <div
        ref={box}
        id={name}
        role="group"
        tabIndex={0}
        aria-roledescription={t("role")}
        aria-label={t("label", { count: graph.nodes.length })}
        aria-description={t("hint")}
        {...(spots.has(active ?? "") ? { "aria-activedescendant": nodeId(name, active ?? "") } : {})}
        className={styles["canvas"]}
        style={
          {
            "--graph-height": `${Math.ceil(layout.height) + 2 * MARGIN}px`,
            "--graph-shape": layout.height / layout.width,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <Drawing {...props} />
      </div>
    </GraphContext>
  );
}

type Spots = ReadonlyMap<string, Spot>;

function useCanvasKeys({ graph, layout, direction, active, onActive, onOpen }: GraphCanvasProps, spots: Spots) {
  const { zoomIn, zoomOut } = useReactFlow();
  const fit = useView(layout, spots.get(active ?? ""));
  return (event: KeyboardEvent): void => {
    if (event.metaKey || event.altKey || event.ctrlKey) return;
    const next = steppedTo(active, event.key, { graph, spots, direction });
    if (next !== null) onActive(next);
    else if (event.key === "Enter" && active !== null) onOpen(active);
    else if (event.key === "+") void zoomIn();
    else if (event.key === "-") void zoomOut();
    else if (event.key === "0") fit();
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function Drawing({ graph, layout, direction, facts, differences, critical }: GraphCanvasProps) {
  const { t } = useTranslation("graph");
  // A small map has as many nodes as the graph: it comes when those that can be read stand there.
  const hasMap = useDeferredValue(graph.nodes.length > MANY, false);
  const nodes = useMemo(() => flowNodes(graph, layout, direction), [graph, layout, direction]);
  const edges = useMemo(
    () => flowEdges(graph, { facts, differences, critical, t }),
    [graph, facts, differences, critical, t],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onlyRenderVisibleElements
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={2}
      proOptions={WITHOUT_LINK}
    >
      <Background gap={24} size={1} color="var(--border)" />
      {hasMap && <MiniMap pannable zoomable ariaLabel={t("minimap")} nodeClassName={minimapClass(facts)} />}
    </ReactFlow>
  );
}

/** No link to another site stands in the drawing. */
const WITHOUT_LINK = { hideAttribution: true };

function minimapClass(facts: Facts): (node: Node) => string {
  return ({ id, type }) =>
    `${styles["mini"] ?? ""} mini-${type === "opened" ? "group" : (facts.get(id)?.state ?? "none")}`;
}

/** As large as the page has room if words stay legible, else from the first layer on; and where the keyboard is always. */
function useView(layout: Layout, active: Spot | undefined): () => void {
  const { setViewport, getViewport, setCenter } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const fit = useCallback(() => {
    if (width === 0) return;
    const [across, down] = [(width - 2 * MARGIN) / layout.width, (height - 2 * MARGIN) / layout.height];
    // The whole of it, if that can be read; else its whole width, if that can.
    const least = width < PHONE ? LEGIBLE_ON_PHONE : LEGIBLE;
    const whole = Math.min(across, down);
    const zoom = Math.min(1, Math.max(least, whole >= LEGIBLE ? whole : across));
    const left = (width - layout.width * zoom) / 2;
    const top = (height - layout.height * zoom) / 2;
    // Middle of what is larger than the window than its edge: the first tasks stand there.
    void setViewport({
      x: Math.max(MARGIN, left),
      y: layout.height * zoom > height * 3 ? top : Math.max(MARGIN, top),
      zoom,
    });
  }, [layout, width, height, setViewport]);
  useEffect(fit, [fit]);
  useEffect(() => {
    if (active === undefined || width === 0) return;
    const { x, y, zoom } = getViewport();
    const [left, top] = [active.x * zoom + x, active.y * zoom + y];
    const isSeen = left > 90 && left < width - 90 && top > 22 && top < height - 22;
    if (!isSeen) void setCenter(active.x, active.y, { zoom: Math.max(LEGIBLE, zoom) });
  }, [active, width, height, getViewport, setCenter]);
  return fit;
}

function flowNodes({ nodes }: ShownGraph, layout: Layout, direction: "right" | "down"): Node[] {
  const placed = new Map(layout.nodes.map((each) => [each.id, each]));
  const [source, target] = direction === "right" ? [Position.Right, Position.Left] : [Position.Bottom, Position.Top];
  return nodes.flatMap(({ id, row, parent, isOpen }): Node[] => {
    const at = placed.get(id);
    if (at === undefined) return [];
    const { x, y, width, height } = at;
    const centre = { x: width / 2, y: height / 2, width: 1, height: 1 };
    const ends =
      direction === "right"
        ? { from: { ...centre, x: width }, to: { ...centre, x: 0 } }
        : { from: { ...centre, y: height }, to: { ...centre, y: 0 } };
    return [
      {
        id,
        type: isOpen ? "opened" : "closed",
        position: { x, y },
        width,
        height,
        // Known beforehand: nothing has to be mounted to be measured.
        measured: { width, height },
        handles: [
          { type: "source", position: source, ...ends.from },
          { type: "target", position: target, ...ends.to },
        ],
        sourcePosition: source,
        targetPosition: target,
        data: { row },
        ...(parent !== null && placed.has(parent) ? { parentId: parent } : {}),
      },
    ];
  });
}

interface EdgeFacts {
  readonly facts: Facts;
  readonly differences: ReadonlyMap<string, Difference>;
  readonly critical: ReadonlySet<string>;
  readonly t: TFunction<"graph">;
}

function flowEdges({ edges }: ShownGraph, { facts, differences, critical, t }: EdgeFacts): Edge[] {
  return edges.map(({ id, from, to, label }) => {
    const isCritical = critical.has(from) && critical.has(to);
    const classes = ["edge", edgeKind(facts, from, to), differences.get(id) ?? "", isCritical ? "critical" : ""];
    return {
      id,
      source: from,
      target: to,
      className: classes.map((name) => styles[name] ?? "").join(" "),
      ariaLabel: t("edge", { from, to }),
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, markerUnits: "userSpaceOnUse" },
      ...(label === null ? {} : { label }),
    };
  });
}
