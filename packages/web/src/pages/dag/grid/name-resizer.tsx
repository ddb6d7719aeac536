/** The edge of the names of tasks, to be drawn or moved by arrow keys: names are as wide as the reader needs them. */
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { changePreferences, usePreferences } from "../../../preferences/preferences.ts";
import styles from "./grid.module.css";

export const NAME_WIDTH = { least: 120, most: 600, standard: 220 } as const;

const STEP = 20;

function within(width: number): number {
  return Math.round(Math.min(NAME_WIDTH.most, Math.max(NAME_WIDTH.least, width)));
}

export function NameResizer() {
  const { t } = useTranslation("dag");
  const { gridNameWidth: width = NAME_WIDTH.standard } = usePreferences();
  const change = (to: number): void => changePreferences({ gridNameWidth: within(to) });
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    const move = ({ clientX }: globalThis.PointerEvent): void => change(width + clientX - from);
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const onKeyDown = ({ key, stopPropagation }: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[key];
    if (step === undefined) return;
    change(width + step);
    stopPropagation();
  };
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t("grid.nameWidth")}
      aria-valuenow={width}
      aria-valuemin={NAME_WIDTH.least}
      aria-valuemax={NAME_WIDTH.most}
      tabIndex={-1}
      className={styles["resizer"]}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
