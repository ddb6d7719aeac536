/** Did last night work? One sentence, then what needs somebody, what runs, what is late and what comes next. */
import { Select } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { now } from "../../now.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useZone } from "../../preferences/zone.ts";
import { HistoryBars } from "./history-bars.tsx";
import { ComingRuns, LateRuns, PoolUse, RunningRuns } from "./home-lists.tsx";
import type { Home } from "./home.ts";
import styles from "./home.module.css";
import { NeedsYou } from "./needs-you.tsx";
import { Summary } from "./summary.tsx";
import { sinceOf, usualWindow, type Window, WINDOWS } from "./window.ts";

/** Seen once by each installation. */
const EmptyProduct = lazy(() => import("./empty-product.tsx"));

/** Changes that come together are shown together. */
const SETTLE_MILLIS = 1000;

const homeQuery = (window: Window, zone: string) =>
  queryOptions({
    queryKey: ["home", window, zone],
    queryFn: ({ signal }) => {
      const since = sinceOf(window, now(), zone);
      return client.get("/api/momiji/v1/home", { params: { query: { since } }, signal });
    },
  });

export function HomePage() {
  const { t } = useTranslation("home");
  const zone = useZone();
  const [usual] = useState(() => usualWindow(now(), zone));
  const { window = usual } = useSearch({ from: "/" });
  const isWatched = useFresh({ topics: ["home"], queryKey: ["home"], settleMillis: SETTLE_MILLIS });
  const { data: home, error, refetch } = useQuery({ ...homeQuery(window, zone), enabled: isWatched });
  const hasDags = home !== undefined && !isEmpty(home);
  useTitle(t("title"));
  return (
    <>
      <header className={styles["head"]}>
        {hasDags ? <Summary home={home} /> : <h1>{t(home === undefined ? "title" : "empty.title")}</h1>}
        {hasDags && <WindowChoice window={window} />}
      </header>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {home !== undefined && <Parts home={home} isStale={error !== null} />}
    </>
  );
}

function WindowChoice({ window }: { readonly window: Window }) {
  const { t } = useTranslation("home");
  const navigate = useNavigate();
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t("window.label")}
      data={WINDOWS.map((value) => ({ value, label: t(`window.${value}`) }))}
      value={window}
      allowDeselect={false}
      onChange={(value) => void navigate({ to: "/", search: { window: value as Window }, replace: true })}
    />
  );
}

/** Nobody has written a DAG yet. */
function isEmpty({ dags, importErrors }: Home): boolean {
  return dags.all === 0 && importErrors.length === 0;
}

function Parts({ home, isStale }: { readonly home: Home; readonly isStale: boolean }) {
  if (isEmpty(home))
    return (
      <Suspense>
        <EmptyProduct folder={home.dagFolders[0]} />
      </Suspense>
    );
  return (
    <div className={styles["parts"]} data-stale={isStale}>
      <NeedsYou home={home} />
      <div>
        <RunningRuns home={home} />
        <LateRuns home={home} />
        <HistoryBars home={home} />
      </div>
      <div>
        <ComingRuns home={home} />
        <PoolUse home={home} />
      </div>
    </div>
  );
}
