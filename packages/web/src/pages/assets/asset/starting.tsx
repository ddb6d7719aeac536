/** What an event would begin: said before it is made. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../parts/panel.tsx";
import type { Consumer } from "../assets.ts";
import styles from "../assets.module.css";
import { Effect } from "./effect.tsx";

export function Starting({ consumers }: { readonly consumers: readonly Consumer[] }) {
  const { t } = useTranslation("assets");
  const starting = consumers.filter(({ onEvent }) => onEvent.effect === "starts").length;
  return (
    <>
      <p role="status">
        <strong>{t("starting", { count: starting })}</strong>
      </p>
      {consumers.length === 0 && <Empty>{t("consumers.none")}</Empty>}
      <ul className={styles["plain"]}>
        {consumers.map(({ dagId, onEvent }) => (
          <li key={dagId}>
            <Link to="/dags/$dagId" params={{ dagId }} target="_blank">
              {dagId}
            </Link>{" "}
            <Effect effect={onEvent} />
          </li>
        ))}
      </ul>
    </>
  );
}
