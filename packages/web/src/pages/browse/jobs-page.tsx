/** The processes that make it all run, as Airflow calls them: jobs. */
import type { components } from "@momiji/client";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import type { Column } from "../../parts/table/column.ts";
import type { Filter } from "../../parts/table/filter.ts";
import { ListView } from "../../parts/table/list-view.tsx";
import { useChangeSearch } from "../../parts/table/use-change-search.ts";
import { useFreshList } from "../../parts/table/use-fresh-list.ts";
import { pageFrom, type PagedList, usePages } from "../../parts/table/use-pages.ts";
import { useTitle } from "../../parts/use-title.ts";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import type { JobsSearch } from "./jobs-search.ts";

type Job = components["schemas"]["JobResponse"];

const PAGE = 50;

const COLUMNS = [
  {
    id: "state",
    track: "7rem",
    card: "side",
    sort: "state",
    draw: ({ state }) => <StateBadge state={readState(state)} />,
  },
  {
    id: "job",
    track: "minmax(8rem, 1fr)",
    card: "title",
    isFixed: true,
    sort: "job_type",
    draw: (job) => <JobKind type={job.job_type} />,
  },
  {
    id: "host",
    track: "minmax(8rem, 1.2fr)",
    card: "line",
    sort: "hostname",
    draw: ({ hostname }) => <span title={hostname}>{hostname}</span>,
  },
  { id: "executor", track: "minmax(7rem, 0.8fr)", from: 900, draw: (job) => job.executor_class },
  {
    id: "start",
    track: "10rem",
    card: "line",
    sort: "start_date",
    draw: ({ start_date: at }) => <When at={at} show="minute" />,
  },
  {
    id: "end",
    track: "10rem",
    from: 900,
    sort: "end_date",
    draw: ({ end_date: at }) => <When at={at} show="minute" />,
  },
  {
    id: "heartbeat",
    track: "13rem",
    card: "line",
    sort: "latest_heartbeat",
    draw: ({ latest_heartbeat: at }) => <When at={at} />,
  },
] as const satisfies readonly Omit<Column<Job>, "title">[];

/** What the job does; as Airflow calls it on hover. */
function JobKind({ type }: { readonly type: string }) {
  const { t } = useTranslation("admin");
  return <span title={type}>{t(`workers.type.${type as "SchedulerJob"}`, { defaultValue: type })}</span>;
}

export function JobsPage() {
  const { t } = useTranslation("browse");
  const search = useSearch({ from: "/jobs" });
  const fresh = useFreshList({
    topics: ["workers"],
    queryKey: ["jobs"],
    concerns: ({ event }) => event === "worker",
  });
  useTitle(t("jobsTitle"));
  return (
    <>
      <h1 className="page-title">{t("jobsTitle")}</h1>
      <ListView
        name="jobs"
        label={t("jobsTitle")}
        columns={COLUMNS.map((column) => ({ ...column, title: t(`column.${column.id}`) }))}
        list={useJobs(search, fresh.isWatched)}
        fresh={fresh}
        filters={useFilters()}
        search={{ name: "hostname", label: t("hostFilter") }}
        values={search}
        onChange={useChangeSearch()}
        say={(count) => t("jobs", { count })}
        empty={t("noJobs")}
        keyOf={({ id }) => String(id)}
        nameOf={({ job_type: type, hostname }) => `${type} ${hostname}`}
        sort={search.sort}
      />
    </>
  );
}

function useJobs({ sort, ...filter }: JobsSearch, enabled: boolean): PagedList<Job> {
  return usePages<Job>({
    queryKey: ["jobs", filter, sort],
    enabled,
    read: async (from, signal) => {
      const order = sort === undefined ? {} : { order_by: [sort] };
      const query = { ...filter, ...order, limit: PAGE, offset: Number(from) };
      const { jobs, ...placed } = await client.get("/api/v2/jobs", { params: { query }, signal });
      return pageFrom(jobs, placed, from);
    },
  });
}

function useFilters(): readonly Filter[] {
  const { t } = useTranslation(["browse", "states"]);
  const states = (["running", "success", "failed"] as const).map((value) => ({ value, label: t(`states:${value}`) }));
  return [
    { kind: "choice", name: "job_state", label: t("browse:column.state"), isMain: true, options: states },
    {
      kind: "flag",
      name: "is_alive",
      label: t("browse:alive"),
      isMain: true,
      yes: { label: t("browse:isAlive") },
      no: { label: t("browse:isGone") },
    },
    { kind: "text", name: "job_type", label: t("browse:column.job"), isMain: true },
    { kind: "text", name: "executor_class", label: t("browse:column.executor") },
    { kind: "range", name: "start_date", label: t("browse:column.start") },
  ];
}
