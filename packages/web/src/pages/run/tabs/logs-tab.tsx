/** The logs of all task instances of a run, merged by time: errors, a level, or lines that have a text. */
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef, useState } from "react";
import type { components } from "@momiji/client";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useChangeSearch } from "../../../parts/table/use-change-search.ts";
import { When } from "../../../parts/when.tsx";
import { AnsiText } from "../../task/log/ansi-text.tsx";
import { soughtIn } from "../../task/log/marked-parts.ts";
import { pathOf, type RunPlace, type RunTabProps } from "../run-data.ts";
import styles from "../run.module.css";

type Line = components["schemas"]["RunLogLine"];

const MOST = 5_000;
const LEVELS = ["all", "warning", "error"] as const;

/** What each choice lets through. */
const OF_LEVEL: { readonly [level: string]: readonly string[] } = { warning: ["warning", "error"], error: ["error"] };

const LINE = 24;

/** Longer lines are cut here; the log of the task has them whole. */
const LONGEST = 2_000;

export function LogsTab({ place }: RunTabProps) {
  const { t } = useTranslation("run");
  const search: { readonly find?: string; readonly level?: string } = useSearch({ strict: false });
  const { find = "", level = "all" } = search;
  const levels = OF_LEVEL[level];
  const { data, error, refetch } = useQuery({
    queryKey: ["run", place.dagId, place.runId, "logs", find, level],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/logs/search", {
        params: { path: pathOf(place), query: { q: find, limit: MOST, ...(levels && { level: [...levels] }) } },
        signal,
      }),
  });
  const why = data?.logs === 0 ? "logs.notBegun" : find === "" && level === "all" ? "logs.silent" : "logs.nothing";
  return (
    <>
      <SearchBar find={find} level={level}>
        {data !== undefined && (
          <span role="status" className={styles["quiet"]}>
            {t("logs.lines", { count: data.total })}
            {data.truncated && ` ${t("logs.truncated", { count: data.hits.length })}`}
          </span>
        )}
      </SearchBar>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data !== undefined && data.hits.length === 0 && <Empty>{t(why)}</Empty>}
      {data !== undefined && data.hits.length > 0 && (
        <Lines lines={data.hits} place={place} sought={soughtIn(find, false)} />
      )}
    </>
  );
}

interface SearchBarProps {
  readonly find: string;
  readonly level: string;
  readonly children: ReactNode;
}

function SearchBar({ find, level, children }: SearchBarProps) {
  const { t } = useTranslation("run");
  const change = useChangeSearch();
  const [text, setText] = useState(find);
  return (
    <form
      role="search"
      className={styles["logBar"]}
      onSubmit={(event) => {
        event.preventDefault();
        change({ find: text === "" ? undefined : text });
      }}
    >
      <TextInput
        size="xs"
        w={260}
        type="search"
        aria-label={t("logs.find")}
        placeholder={t("logs.find")}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Button size="compact-sm" variant="default" type="submit">
        {t("logs.search")}
      </Button>
      <SegmentedControl
        size="xs"
        aria-label={t("logs.level")}
        value={level}
        data={LEVELS.map((value) => ({ value, label: t(`logs.levels.${value}`) }))}
        onChange={(value) => change({ level: value === "all" ? undefined : value })}
      />
      {children}
    </form>
  );
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly place: RunPlace;
  readonly sought: RegExp | null;
}

function Lines({ lines, place, sought }: LinesProps) {
  const { t } = useTranslation("run");
  const box = useRef<HTMLDivElement>(null);
  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 20,
  });
  return (
    <div ref={box} className={styles["logLines"]} role="log" aria-label={t("logs.region")} aria-live="off" tabIndex={0}>
      <div style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            line !== undefined && (
              <div
                key={index}
                className={styles["logLine"]}
                data-level={line.lv}
                style={{ transform: `translateY(${start}px)` }}
              >
                <When at={line.t} show="time" />
                <LineLink place={place} line={line} />
                <span className={styles["words"]}>
                  <AnsiText text={line.m.slice(0, LONGEST)} sought={sought} />
                </span>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function LineLink({ place, line: { taskId, mapIndex, n } }: { readonly place: RunPlace; readonly line: Line }) {
  if (mapIndex < 0)
    return (
      <Link
        to="/dags/$dagId/runs/$runId/tasks/$taskId/$tab"
        params={{ ...place, taskId, tab: "log" }}
        search={{ line: n }}
      >
        {taskId}:{n}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex/$tab"
      params={{ ...place, taskId, mapIndex: String(mapIndex), tab: "log" }}
      search={{ line: n }}
    >
      {taskId}[{mapIndex}]:{n}
    </Link>
  );
}
