/** A state as shape and word. */
import { useTranslation } from "react-i18next";
import { StateGlyph } from "./state-glyph.tsx";
import styles from "./state.module.css";
import type { State } from "./state.ts";

export function StateBadge({ state }: { readonly state: State }) {
  const { t } = useTranslation("states");
  return (
    <span className={styles["badge"]} data-state={state}>
      <StateGlyph state={state} />
      {t(state)}
    </span>
  );
}
