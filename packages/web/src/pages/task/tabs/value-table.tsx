/** A list of objects as a table: a row each, a column for each of their names. */
import { useTranslation } from "react-i18next";
import styles from "../task.module.css";

/** Rows and columns that are drawn; the tree and the copy have all. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 30;

export function ValueTable({ rows }: { readonly rows: readonly { readonly [name: string]: unknown }[] }) {
  const { t } = useTranslation("task");
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, MOST_COLUMNS);
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={t("xcom.table")}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, at) => (
            // Rows of a value have no other name than their place.
            <tr key={at}>
              {columns.map((column) => (
                <td key={column}>{cellText(row[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>{t("xcom.firstRows", { count: MOST_ROWS, all: rows.length })}</p>}
    </div>
  );
}

function cellText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
