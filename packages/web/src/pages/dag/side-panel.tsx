/** What was chosen in a view of a DAG, beside it; as wide as the reader made it. */
import { Link, Outlet } from "@tanstack/react-router";
import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { IconX } from "../../parts/icons.ts";
import { changePreferences, usePreferences } from "../../preferences/preferences.ts";
import styles from "./dag.module.css";

const LEAST = 420;
const MOST = 1400;
const STEP = 40;

interface SidePanelProps {
  readonly dagId: string;
  readonly box: RefObject<HTMLElement | null>;
  onClose(): void;
}

export function SidePanel({ dagId, box, onClose }: SidePanelProps) {
  const { t } = useTranslation("dag");
  const { panelWidth } = usePreferences();
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not of a dialog that was opened from here, nor of something in it that closes by itself.
    if (event.key !== "Escape" || event.defaultPrevented || box.current?.contains(event.target as Node) !== true)
      return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside
      ref={box}
      tabIndex={-1}
      className={styles["panel"]}
      aria-label={t("panel")}
      onKeyDown={onKeyDown}
      {...(panelWidth === undefined ? {} : { style: { flexBasis: panelWidth, flexGrow: 0 } })}
    >
      <PanelEdge box={box} />
      <Link to="/dags/$dagId" params={{ dagId }} className={styles["close"]} aria-label={t("closePanel")}>
        <IconX size={18} aria-hidden="true" />
      </Link>
      <Outlet />
    </aside>
  );
}

/** Draws the panel wider or narrower. */
function PanelEdge({ box }: Pick<SidePanelProps, "box">) {
  const { t } = useTranslation("dag");
  const { panelWidth } = usePreferences();
  const change = (width: number): void =>
    changePreferences({ panelWidth: Math.round(Math.min(MOST, Math.max(LEAST, width))) });
  const widthNow = (): number => box.current?.offsetWidth ?? panelWidth ?? LEAST;
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    const edge = event.currentTarget;
    const [from, width] = [event.clientX, widthNow()];
    const move = ({ clientX }: globalThis.PointerEvent): void => change(width + from - clientX);
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), { once: true });
  };
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t("panelWidth")}
      aria-valuenow={panelWidth ?? LEAST}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className={styles["edge"]}
      onPointerDown={onPointerDown}
      onKeyDown={({ key }) => {
        const step = { ArrowLeft: STEP, ArrowRight: -STEP }[key];
        if (step !== undefined) change(widthNow() + step);
      }}
    />
  );
}
