/** What became of the runs of a month, of each day of a year, or of each hour of a week; those to come outlined. */
import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { writeInstant } from "../../../format/instant.ts";
import { now } from "../../../now.ts";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import {
  beginningOf,
  type CalendarView,
  CALENDAR_VIEWS,
  type Counts,
  countsBy,
  hasRuns,
  periodOf,
  stepped,
} from "./calendar-days.ts";
import { movedCell } from "./calendar-keys.ts";
import { DayHours, Legend, MonthDays, YearDays } from "./calendar-views.tsx";
import type { ScheduleSearch } from "./schedule-search.ts";
import styles from "./schedule.module.css";

interface RunCalendarProps {
  readonly dagId: string;
  readonly zone: string;
  readonly search: ScheduleSearch;
  onChange(search: ScheduleSearch): void;
}

export function RunCalendar({ dagId, zone, search, onChange }: RunCalendarProps) {
  const { t } = useTranslation("dag");
  const { calendar: view = "year", day = writeInstant(now(), zone).date } = search;
  const { data, error, refetch } = useCalendar({ dagId, zone, view, day });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <Panel title={t("schedule.calendar")}>
      <div className={styles["calendarBar"]}>
        <SegmentedControl
          size="xs"
          aria-label={t("schedule.calendar")}
          value={view}
          data={CALENDAR_VIEWS.map((each) => ({ value: each, label: t(`schedule.by.${each}`) }))}
          onChange={(chosen) => onChange({ ...search, calendar: chosen })}
        />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange({ ...search, day: stepped(view, day, -1) })}
        >
          {t("schedule.earlier")}
        </Button>
        <TextInput
          size="xs"
          type="date"
          aria-label={t("schedule.goTo", { zone })}
          value={day}
          onChange={({ currentTarget: { value } }) => value !== "" && onChange({ ...search, day: value })}
        />
        <Button size="compact-sm" variant="default" onClick={() => onChange({ ...search, day: stepped(view, day, 1) })}>
          {t("schedule.later")}
        </Button>
      </div>
      <Shown dagId={dagId} zone={zone} {...data} />
    </Panel>
  );
}

interface ShownProps extends Pick<RunCalendarProps, "dagId" | "zone"> {
  readonly view: CalendarView;
  readonly day: string;
  readonly counts: ReadonlyMap<string, Counts>;
}

const VIEWS = { month: MonthDays, year: YearDays, hours: DayHours } as const;

function Shown({ view, day, counts, ...of }: ShownProps) {
  const [chosen, setChosen] = useState("");
  const period = periodOf(view, day);
  const leads = (cell: string): boolean => hasRuns(counts.get(cell));
  const stop = leads(chosen) ? chosen : [...counts.keys()].findLast(leads);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { cell: from } = (event.target as HTMLElement).dataset;
    const next = from === undefined ? undefined : movedCell({ view, period, hasRuns: leads }, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  const View = VIEWS[view];
  return (
    <div onKeyDown={onKeyDown}>
      <View period={period} counts={counts} stop={stop} {...of} />
      {view !== "month" && <Legend />}
    </div>
  );
}

interface Asked {
  readonly dagId: string;
  readonly zone: string;
  readonly view: CalendarView;
  readonly day: string;
}

/** The one before stays until the next is there, with the days that it is of. */
function useCalendar({ dagId, zone, view, day }: Asked) {
  const { from, to } = periodOf(view, day);
  const unit = view === "hours" ? "hour" : "day";
  const query = { from: beginningOf(from, zone), to: beginningOf(to, zone), unit, zone } as const;
  return useQuery({
    queryKey: ["calendar", dagId, view, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const path = { dag_id: dagId };
      const { cells } = await client.get("/api/momiji/v1/dags/{dag_id}/calendar", { params: { path, query }, signal });
      return { view, day: from, counts: countsBy(cells) };
    },
  });
}
