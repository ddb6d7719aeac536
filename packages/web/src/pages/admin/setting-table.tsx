/** A small list as a table; on a phone a block a row. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./admin.module.css";

interface SettingTableProps {
  readonly label?: string;
  readonly titles: readonly string[];
  /** The last column has what can be done. */
  readonly hasActions?: boolean;
  /** Rows. */
  readonly children: ReactNode;
}

export function SettingTable({ label, titles, hasActions = false, children }: SettingTableProps) {
  const { t } = useTranslation("admin");
  return (
    <table className={styles["table"]} aria-label={label}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          {hasActions && (
            <th scope="col">
              <span className="visually-hidden">{t("actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
