/**
 * Tasks by runs: a row a task, a column a run, the newest at the right. Only what is on the screen is in the page. One tab stop:
 * arrows move, Enter opens.
 */
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../../keys/use-keys.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import { provideGlyphImages } from "../../../states/glyph-images.ts";
import { CellCard } from "./cell-card.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { type Band, GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import { useGridWords } from "./grid-words.ts";
import styles from "./grid.module.css";
import { NAME_WIDTH } from "./name-resizer.tsx";
import { UnseenBar } from "./unseen-bar.tsx";
import { type Card, useCard } from "./use-card.ts";
import { useGridActs } from "./use-grid-acts.ts";
import { useGridWindow } from "./use-grid-window.ts";
import { cellId, placeOfElement, type Placed, usePlace } from "./use-place.ts";

provideGlyphImages();

interface GridViewProps extends Omit<Placed, "onAct"> {
  readonly isLoadingOlder: boolean;
  /** The reader has come to the oldest run that is shown. */
  onOldest(): void;
}

export function GridView({ isLoadingOlder, onOldest, ...given }: GridViewProps) {
  const { t } = useTranslation("dag");
  const { dagId, grid, shown, columns } = given;
  const scroll = useRef<HTMLDivElement>(null);
  const { gridNameWidth: nameWidth = NAME_WIDTH.standard } = usePreferences();
  const act = useGridActs(given);
  const place = usePlace({ ...given, onAct: act });
  const { at, first, range, put, onKeyDown } = place;
  const card = useCard(at);
  const view = useGridWindow(
    scroll,
    { rows: shown.length, columns, at, nameWidth, isChosen: range !== null },
    onOldest,
  );
  useGridKeys(given, card);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && card.close()) return event.stopPropagation();
    // What is opened says more than its card, which would ask for it again.
    if (event.key === "Enter") card.close();
    onKeyDown(event);
  };
  return (
    <>
      <div ref={scroll} className={styles["scroll"]} style={{ "--name-width": `${nameWidth}px` } as CSSProperties}>
        <div
          role="treegrid"
          id="dag-grid"
          aria-label={t("grid.label", { dag: dagId })}
          aria-description={t("grid.hint")}
          aria-busy={isLoadingOlder}
          aria-multiselectable="true"
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length + 1}
          aria-activedescendant={at === null ? undefined : cellId(at)}
          tabIndex={0}
          className={styles["grid"]}
          onKeyDown={onKey}
          onFocus={() => at === null && put(first, null)}
        >
          <Cells given={given} place={place} card={card} view={view} />
        </div>
      </div>
      <UnseenBar {...view.unseen} />
      {card.shown !== null && <CellCard card={card} dagId={dagId} grid={grid} shown={shown} columns={columns} />}
      {range !== null && <ChosenBar range={range} placed={given} onAct={act} onCancel={() => put(at, null)} />}
    </>
  );
}

/** Wherever on the page the keyboard is. */
function useGridKeys({ onAll }: Pick<Placed, "onAll">, card: Card): void {
  useKeys({
    Escape: card.shown === null ? undefined : () => void card.close(),
    e: onAll && (() => onAll(true)),
    E: onAll && (() => onAll(false)),
  });
}

interface CellsProps {
  readonly given: Omit<Placed, "onAct">;
  readonly place: ReturnType<typeof usePlace>;
  readonly card: Card;
  readonly view: ReturnType<typeof useGridWindow>;
}

function Cells({ given, place: { at, range, put, open }, card, view: { rows, runs } }: CellsProps) {
  const { dagId, grid, shown, columns, closed, onToggle } = given;
  const words = useGridWords();
  const band = useBand({ rows: grid.rows, columns, items: runs.getVirtualItems(), width: runs.getTotalSize() });
  const items = rows.getVirtualItems();
  useFirstCells(items.length > 0);
  const onClick = (event: MouseEvent): void => {
    const place = placeOfElement(event.target);
    if (place === null) return;
    card.close();
    if (event.shiftKey && at !== null) put(place, range === null ? at : anchorOf(range, at));
    else open(place);
  };
  return (
    <>
      <GridHead dagId={dagId} band={band} words={words} />
      <div
        className={styles["body"]}
        style={{ height: rows.getTotalSize() }}
        role="presentation"
        onClick={onClick}
        onPointerMove={card.onPointerMove}
        onPointerLeave={card.onPointerLeave}
      >
        <VersionLines band={band} />
        {items.map(({ index, start }) => {
          const number = shown[index] ?? 0;
          const row = grid.rows[number];
          if (row === undefined) return null;
          const isChosen = range !== null && index >= range.rows[0] && index <= range.rows[1];
          return (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              number={number}
              top={start}
              active={at?.row === index ? at.column : null}
              chosen={isChosen ? range.columns : null}
              band={band}
              words={words}
              isOpen={!closed.has(row.id)}
              onToggle={onToggle}
            />
          );
        })}
      </div>
    </>
  );
}

/** The same as long as its parts are: rows that stay on the screen are not drawn again when one scrolls down. */
function useBand({ rows, columns, items, width }: Band): Band {
  return useMemo(() => ({ rows, columns, items, width }), [rows, columns, items, width]);
}

/** The corner that stays when a range is made larger. */
function anchorOf(
  { rows, columns }: NonNullable<ReturnType<typeof usePlace>["range"]>,
  at: { row: number; column: number },
) {
  return {
    row: at.row === rows[0] ? rows[1] : rows[0],
    column: at.column === columns[0] ? columns[1] : columns[0],
  };
}

/** Where runs of another version begin. */
function VersionLines({ band: { columns, items } }: { readonly band: Band }) {
  return items.map(({ index, start }) => {
    const [before, run] = [columns[index - 1]?.run, columns[index]?.run];
    if (before === undefined || run === undefined || before.version === run.version) return null;
    return (
      <div key={run.id} className={styles["versionLine"]} style={{ left: `calc(var(--name-width) + ${start}px)` }} />
    );
  });
}

/** For measuring: when the first cells of the page stood there. */
function useFirstCells(areThere: boolean): void {
  useEffect(() => {
    if (areThere) performance.mark("momiji:grid:first-cells");
  }, [areThere]);
}
