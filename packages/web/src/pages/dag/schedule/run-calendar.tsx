/** The days of a year and what became of their runs; those to come outlined. Reads as a list too. */
import { now } from "../../../now.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { readState, worstOf } from "../../../states/state.ts";
import styles from "./schedule.module.css";

const DAY_MILLIS = 86_400_000;
const BACK_DAYS = 182;
const AHEAD_DAYS = 30;
const WEEK = 7;

export function RunCalendar({ dagId, zone }: { readonly dagId: string; readonly zone: string }) {
  const { t } = useTranslation(["dag", "states"]);
  const today = Math.floor(now() / DAY_MILLIS) * DAY_MILLIS;
  const query = {
    from: new Date(today - BACK_DAYS * DAY_MILLIS).toISOString(),
    to: new Date(today + AHEAD_DAYS * DAY_MILLIS).toISOString(),
    unit: "day" as const,
    zone,
  };
  const { data, error, refetch } = useQuery({
    queryKey: ["calendar", dagId, query],
    queryFn: ({ signal }) =>
      client.get("/api/momiji/v1/dags/{dag_id}/calendar", { params: { path: { dag_id: dagId }, query }, signal }),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.cells.length === 0) return null;
  const days = new Map(data.cells.map(([day, states]) => [day, states]));
  const first = data.cells[0]?.[0] ?? "";
  return (
    <Panel title={t("dag:schedule.calendar")}>
      <ol className={styles["calendar"]}>
        {daysFrom(first, today + AHEAD_DAYS * DAY_MILLIS).map((day) => {
          const states = Object.entries(days.get(day) ?? {});
          const ended = states.filter(([state]) => state !== "planned").map(([state]) => readState(state));
          const words = states
            .map(
              ([state, count]) =>
                `${state === "planned" ? t("dag:schedule.planned") : t(`states:${readState(state)}`)} ${count}`,
            )
            .join(", ");
          return (
            <li
              key={day}
              data-state={worstOf(ended) ?? (states.length > 0 ? "planned" : undefined)}
              title={t("dag:schedule.day", { day, states: words || "–" })}
              style={{ gridRow: weekday(day) + 1 }}
            >
              {states.length > 0 && (
                <span className="visually-hidden">{t("dag:schedule.day", { day, states: words })}</span>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function daysFrom(first: string, end: number): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= end; at += DAY_MILLIS) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** From 0, Monday. */
function weekday(day: string): number {
  return (new Date(day).getUTCDay() + WEEK - 1) % WEEK;
}
