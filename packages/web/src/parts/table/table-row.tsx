/** One row of a list, or the card that it is on a phone. */
import { Checkbox } from "@mantine/core";
import { memo, type MouseEvent, useDeferredValue, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./column.ts";
import styles from "./table.module.css";

interface TableRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly isCard: boolean;
  /** Where the keyboard is. */
  readonly isAt: boolean;
  readonly isTicked: boolean | undefined;
  readonly onTick: ((id: string, isRange: boolean) => void) | undefined;
  readonly measure: ((element: Element | null) => void) | undefined;
}

/** Drawn again only if something of it is another: not because the list was scrolled. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>({ row, id: key, name, index, top, columns, isCard, isAt, ...more }: TableRowProps<Row>) {
  const { isTicked = false, onTick, measure } = more;
  // First what it is called, and the rest as soon as there is time: a list that is scrolled fast passes rows that nobody reads.
  const isWhole = useDeferredValue(true, isCard);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={isAt ? 0 : -1}
      className={styles["row"]}
      data-ticked={isTicked}
      style={{ transform: `translateY(${top}px)` }}
      ref={measure}
    >
      {onTick !== undefined && <Tick name={name} isTicked={isTicked} onTick={(isRange) => onTick(key, isRange)} />}
      {columns.map(({ id, title, card, draw }) => {
        const drawn = isWhole || card === "title" ? draw(row) : null;
        const isLine = isCard && card === "line";
        // In a card a name without a value says nothing.
        if (isLine && (drawn === null || drawn === undefined || drawn === "")) return null;
        return (
          <span role="cell" key={id} className={styles["cell"]} data-card={card} data-column={id}>
            {isLine && <span className={styles["name"]}>{title}</span>}
            {drawn}
          </span>
        );
      })}
    </div>
  );
}

interface TickProps {
  readonly name: string;
  readonly isTicked: boolean;
  onTick(isRange: boolean): void;
}

function Tick({ name, isTicked, onTick }: TickProps) {
  const { t } = useTranslation("table");
  const isRange = useRef(false);
  return (
    <span role="cell" className={styles["tick"]}>
      <Checkbox
        size="xs"
        aria-label={t("tick", { name })}
        checked={isTicked}
        onClick={({ shiftKey }: MouseEvent) => {
          isRange.current = shiftKey;
        }}
        onChange={() => onTick(isRange.current)}
      />
    </span>
  );
}
