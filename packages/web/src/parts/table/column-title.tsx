/** The name of a column, and the way to sort by it. */
import { IconArrowDown, IconArrowUp } from "../icons.ts";
import { ariaSort, type Column, nextSort } from "./column.ts";
import styles from "./table.module.css";

interface ColumnTitleProps<Row> {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

export function ColumnTitle<Row>({ column: { title, sign, sort: by }, sort, onSort }: ColumnTitleProps<Row>) {
  const order = ariaSort(sort, by);
  if (by === undefined || onSort === undefined)
    return (
      <span role="columnheader" className={styles["title"]}>
        {sign !== undefined && <span aria-hidden="true">{sign}</span>}
        <span className={sign === undefined ? undefined : "visually-hidden"}>{title}</span>
      </span>
    );
  const Arrow = order === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <span role="columnheader" className={styles["title"]} aria-sort={order}>
      <button type="button" onClick={() => onSort(nextSort(sort, by))}>
        <span>{title}</span>
        <Arrow size={12} aria-hidden="true" data-on={order !== undefined} />
      </button>
    </span>
  );
}
