/** The slots of a pool as a bar; its words say the same. */
import { useTranslation } from "react-i18next";
import { type Pool, segmentsOf } from "./pool.ts";
import styles from "./pools.module.css";

export function PoolBar({ pool }: { readonly pool: Pool }) {
  const { t } = useTranslation("admin");
  const segments = segmentsOf(pool);
  const words = segments.map(({ state, slots }) => t(`pools.segment.${state}`, { count: slots })).join(", ");
  return (
    <span className={styles["bar"]} role="img" aria-label={words === "" ? t("pools.none") : words} title={words}>
      {segments.map(({ state, share }) => (
        <span key={state} data-state={state} style={{ flexGrow: share }} />
      ))}
    </span>
  );
}
