/** Did last night work? One sentence, then what needs somebody, what runs, what is late and what comes next. */
import { now } from "../../now.ts";
import { SegmentedControl } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { HistoryBars } from "./history-bars.tsx";
import styles from "./home.module.css";
import { NeedsYou } from "./needs-you.tsx";
import { ComingRuns, LateRuns, PoolUse, RunningRuns } from "./home-lists.tsx";

const HOUR_MILLIS = 3_600_000;
const WINDOWS = { h12: 12, h24: 24, d7: 168 } as const;

type Window = keyof typeof WINDOWS;

/** Changes that come together are shown together. */
const SETTLE_MILLIS = 1000;

const homeQuery = (window: Window) =>
  queryOptions({
    queryKey: ["home", window],
    queryFn: ({ signal }) => {
      const since = new Date(now() - WINDOWS[window] * HOUR_MILLIS).toISOString();
      return client.get("/api/momiji/v1/home", { params: { query: { since } }, signal });
    },
  });

export function HomePage() {
  const { t } = useTranslation("home");
  const [window, setWindow] = useState<Window>("h24");
  const isWatched = useFresh({ topics: ["home"], queryKey: ["home"], settleMillis: SETTLE_MILLIS });
  const { data: home, error, refetch } = useQuery({ ...homeQuery(window), enabled: isWatched });
  useTitle(t("title"));
  const windows = (Object.keys(WINDOWS) as Window[]).map((value) => ({ value, label: t(`window.${value}`) }));
  return (
    <>
      <header className={styles["head"]}>
        <h1>{home === undefined ? t("title") : t("summary", { ...home.counts, hours: WINDOWS[window] })}</h1>
        <SegmentedControl size="xs" aria-label={t("window.label")} data={windows} value={window} onChange={setWindow} />
      </header>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {home !== undefined && (
        <div className={styles["parts"]} data-stale={error !== null}>
          <NeedsYou home={home} />
          <RunningRuns home={home} />
          <LateRuns home={home} />
          <ComingRuns home={home} />
          <PoolUse home={home} />
          <HistoryBars history={home.history} />
        </div>
      )}
    </>
  );
}
