/** Whether a deadline was met, in words; a missed one is as loud as a failure. */
import { useTranslation } from "react-i18next";
import { StateGlyph } from "../../states/state-glyph.tsx";
import styles from "../../states/state.module.css";
import type { State } from "../../states/state.ts";
import type { Deadline } from "./deadline.ts";

const SHAPES: { readonly [state in Deadline["state"]]: State } = {
  missed: "failed",
  pending: "scheduled",
  met: "success",
  none: "none",
};

export function DeadlineState({ state }: { readonly state: Deadline["state"] }) {
  const { t } = useTranslation("browse");
  return (
    <span className={styles["badge"]} data-state={SHAPES[state]}>
      <StateGlyph state={SHAPES[state]} /> {t(`deadline.${state}`)}
    </span>
  );
}
