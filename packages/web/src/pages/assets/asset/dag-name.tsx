/** The name of a DAG, and that it is off if it is. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Consumer, Producer } from "../assets.ts";
import styles from "../assets.module.css";

export function DagName({ dag: { dagId, isPaused, isActive } }: { readonly dag: Producer | Consumer }) {
  const { t } = useTranslation("assets");
  return (
    <>
      <Link to="/dags/$dagId" params={{ dagId }}>
        {dagId}
      </Link>
      {!isActive && <span className={styles["quiet"]}> {t("gone")}</span>}
      {isActive && isPaused && <span className={styles["quiet"]}> {t("paused")}</span>}
    </>
  );
}
