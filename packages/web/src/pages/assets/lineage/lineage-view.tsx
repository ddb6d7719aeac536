/** The graph of assets and DAGs. Its nodes are links; what it shows stands in tables as well. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { IconDatabase, IconListDetails } from "../../../parts/icons.ts";
import { Empty } from "../../../parts/panel.tsx";
import { type Lineage, type LineageNode } from "./lineage.ts";
import styles from "./lineage.module.css";

interface LineageViewProps {
  readonly lineage: Lineage;
  /** The asset that it is around. */
  readonly around?: number | undefined;
}

const COLUMN = 260;
const ROW = 44;
const WIDTH = 200;
const HEIGHT = 32;
const EDGE = 12;

/** Nobody reads more at once, and drawing them would take long. */
const MOST = 400;

export function LineageView({ lineage: { nodes, edges, columns, rows }, around }: LineageViewProps) {
  const { t } = useTranslation("assets");
  if (nodes.length > MOST) return <Empty>{t("lineage.tooMany", { count: nodes.length, most: MOST })}</Empty>;
  const places = new Map(nodes.map((node) => [node.id, placeOf(node)]));
  const [width, height] = [columns * COLUMN - (COLUMN - WIDTH) + 2 * EDGE, rows * ROW + 2 * EDGE];
  return (
    <figure className={styles["lineage"]} aria-label={t("lineage.label")}>
      <div className={styles["sheet"]} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {edges.map(({ from, to, kind }) => {
            const [start, end] = [places.get(from), places.get(to)];
            if (start === undefined || end === undefined) return null;
            return <path key={`${from} ${to}`} d={curve(start, end)} data-kind={kind} />;
          })}
        </svg>
        <ul>
          {nodes.map((node) => (
            <li key={node.id} style={{ ...placeOf(node), width: WIDTH, height: HEIGHT }}>
              <Node node={node} isHere={around !== undefined && node.assetId === around} />
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}

function Node({ node: { kind, label, assetId }, isHere }: { readonly node: LineageNode; readonly isHere: boolean }) {
  const { t } = useTranslation("assets");
  const Icon = kind === "asset" ? IconDatabase : IconListDetails;
  const content = (
    <>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{t(`lineage.${kind}`)}</span>
      <span className={styles["name"]}>{label}</span>
    </>
  );
  const shown = { className: styles["node"] ?? "", title: label, "data-kind": kind };
  if (assetId === null)
    return (
      <Link to="/dags/$dagId" params={{ dagId: label }} {...shown}>
        {content}
      </Link>
    );
  return (
    <Link
      to="/assets/$assetId"
      params={{ assetId: String(assetId) }}
      {...shown}
      data-here={isHere}
      aria-current={isHere ? "page" : undefined}
    >
      {content}
    </Link>
  );
}

interface Place {
  readonly left: number;
  readonly top: number;
}

function placeOf({ column, row }: LineageNode): Place {
  return { left: EDGE + column * COLUMN, top: EDGE + row * ROW };
}

/** From the right side of one to the left side of the other; backwards, in a circle, around both. */
function curve(start: Place, end: Place): string {
  const [x1, y1] = [start.left + WIDTH, start.top + HEIGHT / 2];
  const [x2, y2] = [end.left, end.top + HEIGHT / 2];
  const bend = Math.max((COLUMN - WIDTH) / 2, (x1 - x2) / 2);
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}
