/** `branchDayOfWeek`: one way on some days of the week, another on the others (Airflow's `BranchDayOfWeekOperator`). */
import { type EdgeEnd, type Output, placeBranch, type TaskContext, type TaskOptions } from "@momiji/sdk";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export type WeekDay = (typeof DAYS)[number];

export interface BranchDayOfWeekOptions extends TaskOptions {
  readonly weekDay: WeekDay | readonly WeekDay[];
  /** What runs on these days. */
  readonly ifTrue: EdgeEnd;
  /** What runs on the others. */
  readonly ifFalse: EdgeEnd;
  /** Asks for the day of the run's logical date instead of today; in the DAG's time zone either way. Default false. */
  readonly useTaskLogicalDate?: boolean;
}

export function branchDayOfWeek(
  id: string,
  { weekDay, ifTrue, ifFalse, useTaskLogicalDate = false, ...options }: BranchDayOfWeekOptions,
): Output<string | readonly string[] | null> {
  const wanted: readonly string[] = [weekDay].flat();
  const unknown = wanted.find((day) => !(DAYS as readonly string[]).includes(day));
  if (unknown !== undefined || wanted.length === 0)
    throw new Error(`branchDayOfWeek(${JSON.stringify(id)}): weekDay must be among ${DAYS.join(", ")}`);
  return placeBranch({
    id,
    operator: "branch_day_of_week",
    options,
    choices: { ifTrue, ifFalse },
    choose: (ctx) => (wanted.includes(dayOf(ctx, useTaskLogicalDate)) ? "ifTrue" : "ifFalse"),
  });
}

function dayOf(ctx: TaskContext, useTaskLogicalDate: boolean): WeekDay {
  const { logicalDate, runAfter } = ctx;
  const day = useTaskLogicalDate ? (logicalDate ?? runAfter) : ctx.now().toZonedDateTimeISO(runAfter.timeZoneId);
  return DAYS[day.dayOfWeek - 1] as WeekDay;
}
