/** A list of things of one kind: of thousands of rows only those on the screen are in the page; on a phone a card a row. */
import { Checkbox } from "@mantine/core";
import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../preferences/preferences.ts";
import type { OfferedAct } from "../../acts/acts-on.ts";
import { CARDS_BELOW, type Column, shownColumns } from "./column.ts";
import { useRowMenu } from "./row-menu.tsx";
import { ColumnTitle } from "./column-title.tsx";
import { TableRow } from "./table-row.tsx";
import styles from "./table.module.css";
import { useFrame } from "./use-frame.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { useSameColumns } from "./use-same-columns.ts";
import { type Rows, useRows } from "./use-rows.ts";
import type { Selection } from "./use-selection.ts";

export interface DataTableProps<Row> {
  /** Under which the profile keeps what columns are shown. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Of all rows, also those that are not loaded. */
  readonly total: number;
  readonly keyOf: (row: Row) => string;
  /** What a person calls the row: the name of its tick. */
  readonly nameOf: (row: Row) => string;
  /** As in `order_by`: `-start_date`. */
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string) => void) | undefined;
  readonly selection?: Selection | undefined;
  /** Enter on a row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** What can be done with a row. */
  readonly actsOf?: ((row: Row) => readonly OfferedAct[]) | undefined;
  /** More rows can be read: called when the end comes near. */
  readonly onMore?: (() => void) | undefined;
  /** What is shown is not what is. */
  readonly isOld?: boolean | undefined;
  /** Ids of the columns that the address asks for; absent: those that the profile keeps. */
  readonly cols?: readonly string[] | undefined;
  /** Pixels; absent: 32. */
  readonly rowHeight?: number | undefined;
}

const ROW = 32;
const CARD = 88;
/** So many rows before the end the next ones are read. */
const AHEAD = 15;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, label, rows, total, selection, onMore, rowHeight = ROW } = props;
  const columns = useSameColumns(props.columns);
  const place = useRef<HTMLDivElement>(null);
  const frame = useFrame(place);
  const isCards = frame.width > 0 && frame.width < CARDS_BELOW;
  const drawn = useRows({ count: rows.length, frame, size: isCards ? CARD : rowHeight, isMeasured: isCards });
  const { columns: kept } = usePreferences();
  const chosen = props.cols ?? kept[name];
  const shown = useMemo(() => shownColumns(columns, chosen, frame.width), [columns, chosen, frame.width]);
  const last = drawn.items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) onMore?.();
  }, [last, rows.length, onMore]);
  const tick = (index: number): void => {
    const row = rows[index];
    if (row !== undefined) selection?.tick(props.keyOf(row), false);
  };
  const onTick = selection === undefined ? undefined : tick;
  const { onActs, menu } = useRowMenu(rows, props.actsOf);
  const { at, onKeyDown } = useRowKeys({ count: rows.length, show: drawn.show, place, onTick, onActs });
  const tracks = [...(selection === undefined ? [] : ["24px"]), ...shown.map(trackOf)].join(" ");
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={total + 1}
      className={styles["table"]}
      data-cards={isCards}
      data-old={props.isOld === true}
      data-inside={frame.scroller !== null}
      style={{ "--tracks": tracks, "--row-height": `${rowHeight}px` } as CSSProperties}
      ref={place}
      onKeyDown={(event) => {
        const row = rows[at];
        if (event.key === "Enter" && row !== undefined && isOnRow(event)) props.onOpen?.(row);
        else onKeyDown(event);
      }}
    >
      <Head {...props} shown={shown} />
      <Body {...props} drawn={drawn} margin={frame.margin} shown={shown} isCards={isCards} at={at} />
      {menu}
    </div>
  );
}

function Head<Row>(props: DataTableProps<Row> & Pick<BodyProps<Row>, "shown">) {
  const { selection, shown, rows, keyOf, sort, onSort } = props;
  return (
    <div role="rowgroup" className={styles["head"]}>
      <div role="row" aria-rowindex={1} className={styles["row"]}>
        {selection !== undefined && <TickAll selection={selection} loaded={rows.map(keyOf)} />}
        {shown.map((column) => (
          <ColumnTitle key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

interface BodyProps<Row> extends DataTableProps<Row> {
  readonly drawn: Rows;
  readonly margin: number;
  readonly shown: readonly Column<Row>[];
  readonly isCards: boolean;
  readonly at: number;
}

function Body<Row>({ rows, keyOf, nameOf, selection, drawn, margin, shown, isCards, at }: BodyProps<Row>) {
  const onTick = useTick(selection);
  return (
    <div role="rowgroup" className={styles["body"]} style={{ height: drawn.height }}>
      {drawn.items.map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        const key = keyOf(row);
        return (
          <TableRow
            key={key}
            id={key}
            row={row}
            name={nameOf(row)}
            index={index}
            top={start - margin}
            columns={shown}
            isCard={isCards}
            isAt={index === at}
            isTicked={selection?.has(key)}
            onTick={selection === undefined ? undefined : onTick}
            measure={drawn.measure}
          />
        );
      })}
    </div>
  );
}

/** The same for good, so that rows are not drawn again when another row is ticked. */
function useTick(selection: Selection | undefined): (id: string, isRange: boolean) => void {
  const newest = useRef(selection);
  useEffect(() => {
    newest.current = selection;
  });
  return useCallback((id, isRange) => newest.current?.tick(id, isRange), []);
}

/** Where there is no room a column gives way, so that the page never scrolls sideways. */
function trackOf({ track }: { readonly track: string }): string {
  return /^[\d.]+rem$/.test(track) ? `minmax(3rem, ${track})` : track;
}

/** Not inside a link or button of the row. */
function isOnRow({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.getAttribute("role") === "row";
}

function TickAll({ selection, loaded }: { readonly selection: Selection; readonly loaded: readonly string[] }) {
  const { t } = useTranslation("table");
  const isEvery = loaded.length > 0 && loaded.every((key) => selection.has(key));
  return (
    <span role="columnheader" className={styles["tick"]}>
      <Checkbox
        size="xs"
        aria-label={t("tickAll")}
        checked={isEvery}
        indeterminate={!isEvery && selection.count > 0}
        onChange={selection.tickAll}
      />
    </span>
  );
}
