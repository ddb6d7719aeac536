/** The lines that are on the screen, of any number. */
import type { LogLine as Line } from "@momiji/client";
import {
  type ClipboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { LogGroup } from "./log-facts.ts";
import { type LineLook, LogLine } from "./log-line.tsx";
import styles from "./log.module.css";
import type { LineRange } from "./line-range.ts";
import { MarksRail } from "./marks-rail.tsx";
import type { Rows } from "./rows.ts";
import { useViewport, type Viewport } from "./use-viewport.ts";

export interface LogLinesHandle {
  /** Brings a line on the screen, if it is not there. */
  show(number: number): void;
}

interface LogLinesProps {
  readonly handle: Ref<LogLinesHandle>;
  readonly label: string;
  readonly rows: Rows;
  /** By row. */
  lineAt(row: number): Line | undefined;
  readonly look: LineLook;
  readonly isWrapped: boolean;
  readonly isFollowing: boolean;
  /** Where it opens; following it goes on from there. */
  readonly opensAt: "start" | "end" | number;
  readonly range: LineRange | null;
  /** Number of the line of the hit that the reader is at. */
  readonly hit: number | null;
  readonly marks: { readonly hits: readonly number[]; readonly errors: readonly number[] };
  readonly groups: readonly LogGroup[];
  readonly folded: ReadonlySet<number>;
  onFold(number: number): void;
  onNumber(number: number, isMore: boolean): void;
  /** The reader has moved away from the end. */
  onLeave(): void;
}

export function LogLines(props: LogLinesProps) {
  const { handle, label, rows, lineAt, isWrapped, isFollowing, opensAt, marks, onNumber, onLeave } = props;
  const wanted = useRef(opensAt);
  const around = isFollowing ? rows.count - 1 : rowWanted(wanted.current, rows);
  const view = useViewport(rows.count, { isWrapped, around });
  useImperativeHandle(handle, () => ({
    show: (number) => {
      wanted.current = number;
      const row = rows.rowOf(number);
      if (!view.isShown(row)) view.show(row, "center");
    },
  }));
  useLayoutEffect(() => {
    if (isFollowing) view.show(rows.count - 1, "end");
  }, [isFollowing, rows.count, view.total]);
  useLayoutEffect(() => {
    if (!isFollowing && opensAt !== "start") view.show(around, opensAt === "end" ? "end" : "center");
    // Where it opens: afterwards the reader scrolls.
  }, [isWrapped]);
  useEffect(() => performance.mark("momiji:log:first-lines") && undefined, []);
  return (
    <div className={styles["frame"]}>
      <div
        ref={view.box}
        className={styles["lines"]}
        role="log"
        aria-label={label}
        aria-live="off"
        tabIndex={0}
        data-wrapped={isWrapped}
        onScroll={view.onScroll}
        onWheel={({ deltaY }) => deltaY < 0 && onLeave()}
        onTouchMove={onLeave}
        onKeyDown={({ key }) => LEAVING.has(key) && onLeave()}
        onPointerDown={(event) => event.target === event.currentTarget && onLeave()}
        onClick={(event) => numberClicked(event, onNumber)}
        onCopy={(event) => copyLines(event, (number) => lineAt(rows.rowOf(number)))}
      >
        <div className={styles["all"]} style={{ height: view.total }}>
          <div ref={view.content} style={{ transform: `translateY(${view.top}px)` }}>
            <DrawnLines {...props} view={view} />
          </div>
        </div>
      </div>
      <MarksRail rows={rows} {...marks} />
    </div>
  );
}

function DrawnLines({
  rows,
  lineAt,
  look,
  range,
  hit,
  groups,
  folded,
  onFold,
  view,
}: LogLinesProps & { view: Viewport }) {
  const byLine = useMemo(() => new Map(groups.map((group) => [group.from, group])), [groups]);
  return Array.from({ length: Math.max(0, view.to - view.from) }, (_, at) => {
    const number = rows.numberAt(view.from + at);
    const group = byLine.get(number);
    return (
      <LogLine
        key={number}
        number={number}
        line={lineAt(view.from + at)}
        look={look}
        isChosen={range !== null && range.from <= number && number <= range.to}
        isHit={hit === number}
        group={group ?? null}
        isFolded={group !== undefined && folded.has(number)}
        onToggle={onFold}
      />
    );
  });
}

const LEAVING = new Set(["ArrowUp", "PageUp", "Home"]);

function rowWanted(wanted: "start" | "end" | number, rows: Rows): number {
  if (wanted === "start") return 0;
  return wanted === "end" ? rows.count - 1 : rows.rowOf(wanted);
}

function numberClicked({ target, shiftKey }: MouseEvent, onNumber: LogLinesProps["onNumber"]): void {
  const number = target instanceof HTMLElement ? target.dataset["number"] : undefined;
  if (number !== undefined) onNumber(Number(number), shiftKey);
}

/** Of whole lines their texts are copied as the program wrote them, but for the colours. */
function copyLines(event: ClipboardEvent, line: (number: number) => Line | undefined): void {
  const selection = window.getSelection();
  const [first, last] = [lineOf(selection?.anchorNode), lineOf(selection?.focusNode)].toSorted((a, b) => a - b);
  if (first === undefined || last === undefined || first === last || Number.isNaN(first + last)) return;
  const texts = Array.from({ length: last - first + 1 }, (_, at) => line(first + at)?.m);
  if (texts.includes(undefined)) return;
  event.clipboardData.setData("text/plain", texts.join("\n").replaceAll(ANSI, ""));
  event.preventDefault();
}

const ANSI = new RegExp("\\u001b\\[[0-9;]*m", "g");

function lineOf(node: Node | null | undefined): number {
  const element = node instanceof Element ? node : node?.parentElement;
  return Number(element?.closest<HTMLElement>("[data-line]")?.dataset["line"]);
}
