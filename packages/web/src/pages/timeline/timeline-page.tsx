/** What ran at which time, over all DAGs, and what is planned: what fought for the pool at 03:00. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { readInstant } from "../../format/instant.ts";
import { isoText } from "../../format/wall.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { now } from "../../now.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { LaneChart } from "./lane-chart.tsx";
import { MomentField } from "./moment-field.tsx";
import { lanesOf } from "./timeline.ts";
import { LANES, type readTimelineSearch } from "./timeline-search.ts";
import styles from "./timeline.module.css";

const HOUR = 3_600_000;
const STANDARD_HOURS = 24;
const HOURS = [3, 12, 24, 72, 168] as const;

/** Runs that are planned are shown so far ahead. */
const AHEAD = 6 * HOUR;

const SETTLE_MILLIS = 2000;

/** Pixels that a chart has about, to know what is too thin. */
const PIXELS = 1000;

type Search = ReturnType<typeof readTimelineSearch>;

export function TimelinePage() {
  const { t } = useTranslation("timeline");
  useTitle(t("title"));
  const search = useSearch({ strict: false }) as Search;
  const { lane = "dag" } = search;
  const { data, error, refetch, from, to, at } = useTimeline(search);
  const lanes = useMemo(
    () => (data === undefined ? [] : lanesOf(data, { now: at - from, least: ((to - from) / PIXELS) * 3 })),
    [data, at, from, to],
  );
  const window = useMemo(() => ({ from, to }), [from, to]);
  return (
    <>
      <h1>{t("title")}</h1>
      <TimelineFilters search={search} />
      {data !== undefined && (
        <p className={styles["quiet"]}>
          {t("counts", { bars: t("bars", { count: data.runs.length }), count: lanes.length })}
          {data.truncated && ` ${t("truncated")}`}
        </p>
      )}
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && lanes.length === 0 && <Empty>{t("empty")}</Empty>}
      {lanes.length > 0 && <LaneChart lanes={lanes} of={lane} window={window} now={at - from} />}
    </>
  );
}

function useTimeline({
  lane = "dag",
  dag_id_pattern: pattern,
  from: given,
  to: until,
  hours = STANDARD_HOURS,
}: Search) {
  // The window stays where it is until somebody moves it or what is in it changes.
  const [at, setAt] = useState(now);
  const end = readInstant(until);
  const from = readInstant(given) ?? (end ?? at) - hours * HOUR;
  const to = end ?? (given === undefined ? at + AHEAD : from + hours * HOUR);
  const window = { from: isoText(from), to: isoText(Math.max(to, from + HOUR / 60)) };
  const queryKey = ["timeline", lane, pattern, given, until, hours];
  const isWatched = useFresh({ topics: ["runs"], queryKey, settleMillis: SETTLE_MILLIS });
  const query = useQuery({
    queryKey,
    enabled: isWatched,
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/timeline", {
        params: { query: { ...window, lane, ...(pattern === undefined ? {} : { dag_id_pattern: pattern }) } },
        signal,
      }),
  });
  useEffect(() => setAt(now()), [query.dataUpdatedAt]);
  // What is answered is drawn in the window that it was asked for.
  const shown = { from: readInstant(query.data?.from) ?? from, to: readInstant(query.data?.to) ?? to };
  return { data: query.data, error: query.error, refetch: query.refetch, ...shown, at };
}

function TimelineFilters({ search }: { readonly search: Search }) {
  const { t } = useTranslation("timeline");
  const navigate = useNavigate();
  const change = (some: { readonly [Name in keyof Search]?: Search[Name] | undefined }): void => {
    void navigate({ to: ".", search: (old: object) => ({ ...old, ...some }), replace: true } as never);
  };
  const { lane = "dag", hours = STANDARD_HOURS, dag_id_pattern: pattern = "", from, to } = search;
  const isOwn = from !== undefined || to !== undefined;
  const choices = [...new Set([...HOURS, hours])].toSorted((a, b) => a - b);
  return (
    <div className={styles["toolbar"]} role="group" aria-label={t("toolbar")}>
      <NativeSelect
        size="xs"
        aria-label={t("lane")}
        value={lane}
        onChange={({ currentTarget: { value } }) => change({ lane: LANES.find((one) => one === value) })}
        data={LANES.map((value) => ({ value, label: t(`by.${value}`) }))}
      />
      <NativeSelect
        size="xs"
        aria-label={t("window")}
        value={isOwn ? "" : hours}
        onChange={({ currentTarget: { value } }) => change({ hours: Number(value), from: undefined, to: undefined })}
        data={[
          ...(isOwn ? [{ value: "", label: t("ownWindow"), disabled: true }] : []),
          ...choices.map((count) => ({ value: String(count), label: t("hours", { count }) })),
        ]}
      />
      <TextInput
        size="xs"
        aria-label={t("filter")}
        placeholder={t("filter")}
        defaultValue={pattern}
        key={pattern}
        onKeyDown={({ key, nativeEvent, currentTarget: { value } }) => {
          if (key === "Enter" && !nativeEvent.isComposing) change({ dag_id_pattern: value === "" ? undefined : value });
        }}
        onBlur={({ currentTarget: { value } }) => change({ dag_id_pattern: value === "" ? undefined : value })}
      />
      <MomentField label={t("from")} value={from} onChange={(moment) => change({ from: moment })} />
      <MomentField label={t("to")} value={to} onChange={(moment) => change({ to: moment })} />
    </div>
  );
}
