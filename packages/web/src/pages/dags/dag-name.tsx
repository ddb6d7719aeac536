/** What a DAG is called, its tags, and what it is for. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LongName } from "../../parts/long-name.tsx";
import type { DagRow } from "./dag-row.ts";
import styles from "./dags.module.css";

export function DagName({ dag }: { readonly dag: DagRow }) {
  const { t } = useTranslation("dags");
  const { dag_id: dagId, dag_display_name: name, description, tags } = dag;
  return (
    <span className={styles["name"]} title={description === null ? name : `${name}\n${description}`}>
      <Link to="/dags/$dagId" params={{ dagId }}>
        <LongName name={name} />
      </Link>
      {dag.has_import_errors && <span className={styles["broken"]}>{t("importError")}</span>}
      {tags.map(({ name: tag }) => (
        <Link key={tag} to="/dags" search={{ tags: [tag] }} className={styles["tag"]}>
          {tag}
        </Link>
      ))}
      {description !== null && <span className={styles["quiet"]}>{description}</span>}
    </span>
  );
}
