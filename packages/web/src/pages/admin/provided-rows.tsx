/** What the environment of the server provides: to be seen, not to be changed here. */
import { useTranslation } from "react-i18next";
import { Panel } from "../../parts/panel.tsx";
import styles from "./admin.module.css";
import type { KnownOrigins } from "./use-origins.ts";

interface ProvidedRowsProps {
  readonly provided: KnownOrigins["provided"];
  /** Names that the store has too: the environment stands before it. */
  readonly stored: ReadonlySet<string>;
}

export function ProvidedRows({ provided, stored }: ProvidedRowsProps) {
  const { t } = useTranslation("admin");
  if (provided.length === 0) return null;
  return (
    <Panel title={t("provided.title")} count={provided.length}>
      <p className={styles["quiet"]}>{t("provided.lead")}</p>
      <ul>
        {provided.map(({ name, source }) => (
          <li key={source}>
            <strong>{name}</strong> <span className={styles["value"]}>{source}</span>
            {stored.has(name) && <span className={styles["quiet"]}> {t("provided.hides")}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
