/** The three pictures of a calendar. Each cell says what is in it, also to those who do not see its colour. */
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../../preferences/preferences.ts";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { readState, type State, worstOf } from "../../../states/state.ts";
import { type Counts, daysOf, HOURS, type periodOf, WEEK, weekday } from "./calendar-days.ts";
import { type CellPlace, CellRuns } from "./cell-runs.tsx";
import styles from "./schedule.module.css";

interface ViewProps extends Omit<CellPlace, "cell"> {
  readonly period: ReturnType<typeof periodOf>;
  readonly counts: ReadonlyMap<string, Counts>;
}

/** A square of the year, and the gap to the next, in pixels. */
const TRACK = 16;

/** A month as on a wall: each day with its runs in words. */
export function MonthDays({ period, counts, ...place }: ViewProps) {
  const { language } = usePreferences();
  const days = daysOf(period);
  const before = weekday(period.from);
  const weeks = Array.from({ length: Math.ceil((before + days.length) / WEEK) }, (_, week) =>
    Array.from({ length: WEEK }, (__, at) => days[week * WEEK + at - before]),
  );
  return (
    <table className={styles["month"]}>
      <caption>{monthName(period.from, language)}</caption>
      <thead>
        <tr>
          {days.slice(WEEK - before, WEEK - before + WEEK).map((day) => (
            <th key={day} scope="col">
              {weekdayName(day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, column) =>
              day === undefined ? <td key={column} /> : <Day key={day} {...place} cell={day} of={counts.get(day)} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ of, ...place }: CellPlace & { readonly of: Counts | undefined }) {
  const { t } = useTranslation(["dag", "states"]);
  const words = useWords();
  const { cell: day } = place;
  return (
    <td>
      <span className={styles["date"]}>{Number(day.slice(-2))}</span>
      <ul>
        {Object.entries(of ?? {}).map(([state, count]) => (
          <li key={state} data-planned={state === "planned" || undefined}>
            {state !== "planned" && <StateGlyph state={readState(state)} />}
            {count}{" "}
            <span className={styles["word"]}>
              {state === "planned" ? t("dag:schedule.planned") : t(`states:${readState(state)}`)}
            </span>
          </li>
        ))}
      </ul>
      <CellRuns {...place} of={of} says={words(day, of)} />
    </td>
  );
}

/** Each day of a year as a square, a column a week; each month is named above its first day. */
export function YearDays({ period, counts, ...place }: ViewProps) {
  const words = useWords();
  const { language } = usePreferences();
  return (
    <>
      <p className={styles["caption"]}>{period.from.slice(0, 4)}</p>
      <ol className={styles["calendar"]} tabIndex={0}>
        {daysOf(period).map((day) => (
          <li
            key={day}
            data-state={stateOf(counts.get(day))}
            title={words(day, counts.get(day))}
            style={{ gridRow: weekday(day) + 1 }}
          >
            {day.endsWith("-01") && (
              <span aria-hidden="true" className={styles["monthName"]} style={{ top: -TRACK * (weekday(day) + 1) }}>
                {monthName(day, language, "short")}
              </span>
            )}
            <CellRuns {...place} cell={day} of={counts.get(day)} says={words(day, counts.get(day))} isPicture />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Each hour of a week as a square: when in the day runs come. */
export function DayHours({ period, counts, ...place }: ViewProps) {
  const words = useWords();
  const { language } = usePreferences();
  const days = daysOf(period);
  return (
    <table className={styles["hours"]}>
      <caption>
        {period.from} – {days.at(-1)}
      </caption>
      <thead>
        <tr>
          <td />
          {days.map((day) => (
            <th key={day} scope="col">
              {weekdayName(day, language)} {Number(day.slice(-2))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HOURS.map((hour) => (
          <tr key={hour}>
            <th scope="row">{hour}</th>
            {days.map((day) => {
              const cell = `${day}T${hour}`;
              const of = counts.get(cell);
              const says = words(`${day} ${hour}:00`, of);
              return (
                <td key={day} data-state={stateOf(of)} title={says}>
                  <CellRuns {...place} cell={cell} of={of} says={says} isPicture />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const KINDS = ["success", "running", "failed", "planned"] as const;

/** What the colours of squares mean; each square says it in words too. */
export function Legend() {
  const { t } = useTranslation(["dag", "states"]);
  return (
    <p className={styles["legend"]} aria-hidden="true">
      {t("dag:schedule.legend")}
      {KINDS.map((kind) => (
        <span key={kind}>
          <i data-state={kind} />
          {kind === "planned" ? t("dag:schedule.planned") : t(`states:${kind}`)}
        </span>
      ))}
    </p>
  );
}

/** The worst of those that have ended or go on; if there is none, whether some are planned. */
function stateOf(counts: Counts | undefined): State | "planned" | undefined {
  if (counts === undefined) return undefined;
  const begun = Object.keys(counts).filter((state) => state !== "planned");
  return worstOf(begun.map(readState)) ?? "planned";
}

function useWords(): (day: string, counts: Counts | undefined) => string {
  const { t } = useTranslation(["dag", "states"]);
  return (day, counts = {}) => {
    const parts = Object.entries(counts).map(([state, count]) => {
      const name = state === "planned" ? t("dag:schedule.planned") : t(`states:${readState(state)}`);
      return `${name} ${count}`;
    });
    return t("dag:schedule.day", { day, states: parts.join(", ") || "–" });
  };
}

/** `long` ones with their year. */
function monthName(day: string, language: string, month: "long" | "short" = "long"): string {
  const year = month === "long" ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(language, { ...year, month, timeZone: "UTC" }).format(new Date(day));
}

function weekdayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(new Date(day));
}
