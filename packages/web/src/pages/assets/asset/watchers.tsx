/** What is watched outside, and makes events of an asset. */
import { useTranslation } from "react-i18next";
import { Panel } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { AssetOverview } from "../assets.ts";
import styles from "../assets.module.css";

export function Watchers({ watchers }: { readonly watchers: AssetOverview["asset"]["watchers"] }) {
  const { t } = useTranslation("assets");
  return (
    <Panel title={t("watchers.title")} count={watchers.length}>
      <ul className={styles["plain"]}>
        {watchers.map(({ name, last_event_at: at, failures, last_error: error, last_error_at: errorAt }) => (
          <li key={name}>
            <code>{name}</code>{" "}
            {at === null ? (
              t("watchers.silent")
            ) : (
              <>
                {t("lastEvent")} <When at={at} />
              </>
            )}
            {failures > 0 && (
              <span className={styles["bad"]}>
                {" "}
                {t("watchers.failed", { count: failures })} {error} <When at={errorAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
