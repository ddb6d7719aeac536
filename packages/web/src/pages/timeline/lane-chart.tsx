/** Lanes with bars: only those on the screen are in the page. One tab stop: arrows go from lane to lane and bar to bar, Enter opens. */
import { useElementSize } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../../format/duration.ts";
import { instantText, readInstant, writeInstant } from "../../format/instant.ts";
import { instantOfWall } from "../../format/wall.ts";
import { usePreferences } from "../../preferences/preferences.ts";
import { useZone } from "../../preferences/zone.ts";
import { axisTicks } from "./axis-ticks.ts";
import { type Bar, type Lane, targetOf } from "./timeline.ts";
import type { LANES } from "./timeline-search.ts";
import styles from "./timeline.module.css";

const ROW = 28;

interface LaneChartProps {
  readonly lanes: readonly Lane[];
  readonly of: (typeof LANES)[number];
  /** In milliseconds since the epoch. */
  readonly window: { readonly from: number; readonly to: number };
  /** In milliseconds after the window begins. */
  readonly now: number;
}

interface Place {
  readonly lane: number;
  readonly bar: number;
}

const NEXT: { readonly [key: string]: readonly [lane: number, bar: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function LaneChart({ lanes, of, window, now }: LaneChartProps) {
  const { t } = useTranslation("timeline");
  const box = useRef<HTMLDivElement>(null);
  const open = useOpen(of);
  const { at, onKeyDown } = useBars(lanes, open);
  const items = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  useEffect(() => items.scrollToIndex(at.lane), [at.lane, items]);
  return (
    <div
      ref={box}
      className={styles["chart"]}
      role="group"
      tabIndex={0}
      aria-label={t("label")}
      aria-description={t("hint")}
      aria-activedescendant={`lane-${at.lane}-${at.bar}`}
      onKeyDown={onKeyDown}
    >
      <Axis {...window} />
      <ol className={styles["lanes"]} style={{ height: items.getTotalSize() }}>
        {items.getVirtualItems().map(({ index, start }) => {
          const lane = lanes[index];
          return lane === undefined ? null : (
            <li key={lane.name} style={{ transform: `translateY(${start}px)` }}>
              <span className={styles["name"]} title={lane.name}>
                {lane.name}
              </span>
              <Track
                lane={lane}
                number={index}
                active={at.lane === index ? at.bar : null}
                window={window}
                now={now}
                onOpen={open}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function useBars(lanes: readonly Lane[], open: (lane: string, bar: Bar) => void) {
  const [at, setAt] = useState<Place>({ lane: 0, bar: 0 });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = NEXT[event.key];
    const bar = lanes[at.lane]?.bars[at.bar];
    if (step !== undefined) setAt(stepped(lanes, at, step));
    else if (event.key === "Enter" && bar !== undefined) open(lanes[at.lane]?.name ?? "", bar);
    else return;
    event.preventDefault();
  };
  return { at, onKeyDown };
}

/** To the bar beside, or in the lane beside to the one that is nearest in time. */
function stepped(lanes: readonly Lane[], { lane, bar }: Place, [lanesOn, barsOn]: readonly [number, number]): Place {
  const next = Math.min(lanes.length - 1, Math.max(0, lane + lanesOn));
  const bars = lanes[next]?.bars ?? [];
  if (next === lane) return { lane, bar: Math.min(bars.length - 1, Math.max(0, bar + barsOn)) };
  const here = lanes[lane]?.bars[bar]?.from ?? 0;
  const distance = (index: number): number => Math.abs((bars[index]?.from ?? 0) - here);
  return { lane: next, bar: bars.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0) };
}

function useOpen(of: LaneChartProps["of"]): (lane: string, bar: Bar) => void {
  const navigate = useNavigate();
  return useCallback(
    (lane, { id }) => {
      if (of === "dag") return void navigate({ to: "/dags/$dagId/runs/$runId", params: { dagId: lane, runId: id } });
      const target = targetOf(id);
      if (target === null) return;
      const { mapIndex, ...params } = target;
      if (mapIndex === null) void navigate({ to: "/dags/$dagId/runs/$runId/tasks/$taskId", params });
      else
        void navigate({
          to: "/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex",
          params: { ...params, mapIndex },
        });
    },
    [navigate, of],
  );
}

interface TrackProps extends Pick<LaneChartProps, "window" | "now"> {
  readonly lane: Lane;
  readonly number: number;
  /** Where the keyboard is; null: in another lane. */
  readonly active: number | null;
  onOpen(lane: string, bar: Bar): void;
}

const NO_BARS: Lane["bars"] = [];

/** Not drawn again when the chart is scrolled; bars come a moment after their lane, so that many of them hold nobody up. */
const Track = memo(function Track({ lane, number, active, window: { from, to }, now, onOpen }: TrackProps) {
  const { t } = useTranslation(["timeline", "states"]);
  const { language } = usePreferences();
  const zone = useZone();
  const bars = useDeferredValue(lane.bars, NO_BARS);
  const share = (millis: number): number => (millis / (to - from)) * 100;
  const words = (bar: Bar): string =>
    [
      bar.count > 1 ? t("timeline:several", { count: bar.count }) : bar.id,
      t(`states:${bar.state}`),
      instantText(from + bar.from, zone),
      durationText(bar.to - bar.from, language),
    ].join(", ");
  return (
    <span className={styles["track"]}>
      {bars.map((bar, index) => (
        <i
          key={`${bar.id} ${bar.from}`}
          id={`lane-${number}-${index}`}
          role="img"
          aria-label={`${lane.name}, ${words(bar)}`}
          title={words(bar)}
          className={styles["bar"]}
          data-state={bar.state}
          data-active={active === index}
          style={placed(share(bar.from), share(bar.to))}
          onClick={() => onOpen(lane.name, bar)}
        />
      ))}
      {lane.planned.map((moment) => (
        <i
          key={moment}
          className={styles["planned"]}
          title={t("timeline:planned", { time: instantText(from + moment, zone) })}
          style={{ left: `${share(moment)}%` }}
        />
      ))}
      {now >= 0 && share(now) <= 100 && <i className={styles["now"]} style={{ left: `${share(now)}%` }} />}
    </span>
  );
});

function placed(left: number, right: number): CSSProperties {
  const [start, end] = [Math.max(0, left), Math.min(100, right)];
  return { left: `${start}%`, width: `max(${end - start}%, 4px)` };
}

function Axis({ from, to }: LaneChartProps["window"]) {
  const zone = useZone();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const midnight = readInstant(instantOfWall(`${writeInstant(from, zone).date}T00:00`, zone)) ?? 0;
  const wordsOf = (at: number): string =>
    instantText(at, zone)
      .replace(/^\d+-/, "")
      .replace(/:\d\d (?=\S+$)/, " ");
  const ticks = axisTicks({ from, to }, { width, letters: wordsOf(from).length }, midnight);
  return (
    <div className={styles["axis"]}>
      <div ref={ref} className={styles["track"]}>
        {ticks.map((at) => (
          <span
            key={at}
            className={styles["tick"]}
            data-tick=""
            style={{ left: `${((at - from) / (to - from)) * 100}%` }}
          >
            {wordsOf(at)}
          </span>
        ))}
      </div>
    </div>
  );
}
