/** The bars. Draw over a part to see it larger, or Ctrl and the wheel, or + - 0; what is shown is in the address. */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../../../format/duration.ts";
import { instantText } from "../../../format/instant.ts";
import { roundTicks } from "../../../format/ticks.ts";
import { usePreferences } from "../../../preferences/preferences.ts";
import { useZone } from "../../../preferences/zone.ts";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { useDagSearch } from "../dag-search.ts";
import { type Bar, type GanttRow, readSpan, type Span, writeSpan, zoomed } from "./gantt-rows.ts";
import { nameOf, RowLink } from "./row-link.tsx";
import styles from "./gantt.module.css";

const ROW = 26;
/** Marks on the axis, and how much of it the first one takes, which has a date. */
const TICKS = 7;
const FIRST = 1 / 6;
/** Behind it there is no room for words. */
const LAST = 0.92;
/** Where a narrow axis has its second mark. */
const FAR = 0.6;
const CLOSER = 0.5;

interface GanttChartProps {
  readonly dagId: string;
  readonly runId: string;
  readonly rows: readonly GanttRow[];
  /** When the run began, in milliseconds since the epoch. */
  readonly origin: number;
  readonly length: number;
  /** Milliseconds after the run began; null: it is over. */
  readonly now: number | null;
  /** Shows each instance of a task, or one row for all again. */
  onFold(id: string): void;
}

export function GanttChart({ dagId, runId, rows, origin, length, now, onFold }: GanttChartProps) {
  const { t } = useTranslation("graph");
  const box = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const { span, drawn, onPointerDown, onKeyDown } = useZoom(length, { box, track });
  const items = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const at = (millis: number): number => ((millis - span.from) / (span.to - span.from)) * 100;
  const isNowShown = now !== null && now >= span.from && now <= span.to;
  return (
    <div
      ref={box}
      className={styles["chart"]}
      role="group"
      tabIndex={0}
      aria-label={t("gantt.label")}
      aria-description={t("gantt.hint")}
      onKeyDown={onKeyDown}
    >
      <div className={styles["axis"]}>
        <div ref={track} className={styles["track"]} onPointerDown={onPointerDown}>
          <Ticks span={span} origin={origin} />
          {drawn !== null && <i className={styles["drawn"]} style={placed(at(drawn.from), at(drawn.to))} />}
        </div>
      </div>
      <ol className={styles["rows"]} style={{ height: items.getTotalSize() }}>
        {items.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={`${row.id} ${row.mapIndex}`}
              style={{ transform: `translateY(${start}px)` }}
              data-critical={row.isCritical}
            >
              <RowName dagId={dagId} runId={runId} row={row} onFold={onFold} />
              <span className={styles["track"]} onPointerDown={onPointerDown}>
                <Bars row={row} at={at} />
                {isNowShown && <i className={styles["now"]} style={{ left: `${at(now)}%` }} />}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type RowNameProps = Pick<GanttChartProps, "dagId" | "runId" | "onFold"> & { readonly row: GanttRow };

function RowName({ dagId, runId, row, onFold }: RowNameProps) {
  const { t } = useTranslation("graph");
  return (
    <span className={styles["name"]}>
      <StateGlyph state={row.state} />
      {row.all === null ? (
        <RowLink dagId={dagId} runId={runId} row={row} />
      ) : (
        <button
          type="button"
          title={t(row.all.isUnfolded ? "gantt.fold" : "gantt.unfold")}
          aria-expanded={row.all.isUnfolded}
          onClick={() => onFold(row.id)}
        >
          {nameOf(row)}
        </button>
      )}
    </span>
  );
}

function placed(from: number, to: number): CSSProperties {
  const [left, right] = [Math.max(0, from), Math.min(100, to)];
  return { left: `${left}%`, width: `max(${right - left}%, 2px)` };
}

function Bars({ row, at }: { readonly row: GanttRow; at(millis: number): number }) {
  const { t } = useTranslation(["graph", "states"]);
  const { language } = usePreferences();
  const isSeen = ({ from, to }: Span): boolean => at(to) >= 0 && at(from) <= 100;
  const words = ({ kind, state, tryNumber, from, to }: Bar): string =>
    [
      t("graph:tries", { count: tryNumber }),
      kind === "running" ? t(`states:${state}`) : t(`graph:gantt.kind.${kind}`),
      durationText(to - from, language),
    ].join(", ");
  return (
    <>
      {row.bars.filter(isSeen).map((bar) => (
        <i
          key={`${bar.tryNumber} ${bar.kind}`}
          role="img"
          aria-label={`${nameOf(row)}, ${words(bar)}`}
          title={words(bar)}
          className={styles["bar"]}
          data-kind={bar.kind}
          data-state={bar.state}
          style={placed(at(bar.from), at(bar.to))}
        />
      ))}
      {row.usual !== null && isSeen({ from: row.usual[0], to: row.usual[0] }) && (
        <i
          className={styles["usual"]}
          data-late={row.isLate}
          title={t(row.isLate ? "graph:gantt.lateStart" : "graph:gantt.usualStart", {
            duration: durationText(row.usual[0], language),
          })}
          style={{ left: `${at(row.usual[0])}%` }}
        />
      )}
    </>
  );
}

function Ticks({ span, origin }: { readonly span: Span; readonly origin: number }) {
  const { language } = usePreferences();
  const zone = useZone();
  const placeOf = (millis: number): number => (millis - span.from) / (span.to - span.from);
  const rounds = roundTicks(span, TICKS).filter((millis) => placeOf(millis) >= FIRST && placeOf(millis) <= LAST);
  const far = rounds.find((millis) => placeOf(millis) >= FAR);
  return [span.from, ...rounds].map((millis, index) => (
    <span
      key={millis}
      className={styles["tick"]}
      data-far={millis === far}
      style={{ left: `${placeOf(millis) * 100}%` }}
    >
      {index === 0 ? instantText(origin + millis, zone) : `+${durationText(millis, language)}`}
    </span>
  ));
}

interface Boxes {
  readonly box: React.RefObject<HTMLDivElement | null>;
  readonly track: React.RefObject<HTMLDivElement | null>;
}

function useZoom(length: number, { box, track }: Boxes) {
  const [{ zoom }, change] = useDagSearch();
  const whole = { from: 0, to: length };
  const span = readSpan(zoom, whole);
  const [drawn, setDrawn] = useState<Span | null>(null);
  const show = (next: Span): void => change({ zoom: writeSpan(next, whole) });
  const millisAt = (clientX: number): number => {
    const { left = 0, width = 1 } = track.current?.getBoundingClientRect() ?? {};
    return span.from + Math.min(1, Math.max(0, (clientX - left) / width)) * (span.to - span.from);
  };
  useWheel(box, (event) => show(zoomed(span, millisAt(event.clientX), event.deltaY < 0 ? CLOSER : 1 / CLOSER)));
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const element = event.currentTarget;
    const from = millisAt(event.clientX);
    const spanTo = ({ clientX }: globalThis.PointerEvent): Span => {
      const to = millisAt(clientX);
      return { from: Math.min(from, to), to: Math.max(from, to) };
    };
    const move = (moved: globalThis.PointerEvent): void => setDrawn(spanTo(moved));
    const end = (ended: globalThis.PointerEvent): void => {
      element.removeEventListener("pointermove", move);
      setDrawn(null);
      if (Math.abs(ended.clientX - event.clientX) > MEANT) show(spanTo(ended));
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const factor = { "+": CLOSER, "-": 1 / CLOSER }[event.key];
    if (factor !== undefined) show(zoomed(span, (span.from + span.to) / 2, factor));
    else if (event.key === "0") show(whole);
    else return;
    event.preventDefault();
  };
  return { span, drawn, onPointerDown, onKeyDown };
}

/** Ctrl and the wheel; without Ctrl the page scrolls. */
function useWheel(box: React.RefObject<HTMLElement | null>, onZoom: (event: WheelEvent) => void): void {
  const zoom = useEffectEvent(onZoom);
  useEffect(() => {
    const element = box.current;
    const take = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      // Else the browser makes the whole page larger.
      event.preventDefault();
      zoom(event);
    };
    element?.addEventListener("wheel", take, { passive: false });
    return () => element?.removeEventListener("wheel", take);
  }, [box]);
}

/** Pixels: less is a click. */
const MEANT = 6;
