/** `branchDayOfWeek`: one way on some days of the week, another on the others (Airflow's `BranchDayOfWeekOperator`). */
import { type EdgeEnd, mappable, type Output, placeBranch, type TaskContext, type TaskOptions } from "@momiji/sdk";

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

export const branchDayOfWeek = mappable(placeBranchDayOfWeek, ["weekDay"]);

function placeBranchDayOfWeek(id: string, options: BranchDayOfWeekOptions): Output<string | readonly string[] | null> {
  // Mapped over it, the instances bring theirs along.
  const { weekDay, ...others } = options as Omit<BranchDayOfWeekOptions, "weekDay"> & Partial<BranchDayOfWeekOptions>;
  const { ifTrue, ifFalse, useTaskLogicalDate = false, ...rest } = others;
  const place = `branchDayOfWeek(${JSON.stringify(id)})`;
  if (weekDay !== undefined) daysOf(weekDay, place);
  return placeBranch({
    id,
    operator: "branch_day_of_week",
    options: rest,
    choices: { ifTrue, ifFalse },
    params: { weekDay },
    required: ["weekDay"],
    choose: (ctx, params) =>
      daysOf(params["weekDay"], place).includes(dayOf(ctx, useTaskLogicalDate)) ? "ifTrue" : "ifFalse",
  });
}

function daysOf(weekDay: unknown, place: string): readonly unknown[] {
  const wanted = [weekDay].flat();
  const unknown = wanted.find((day) => !(DAYS as readonly unknown[]).includes(day));
  if (unknown === undefined && wanted.length > 0) return wanted;
  throw new Error(`${place}: weekDay must be among ${DAYS.join(", ")}`);
}

function dayOf(ctx: TaskContext, useTaskLogicalDate: boolean): WeekDay {
  const { logicalDate, runAfter } = ctx;
  const day = useTaskLogicalDate ? (logicalDate ?? runAfter) : ctx.now().toZonedDateTimeISO(runAfter.timeZoneId);
  return DAYS[day.dayOfWeek - 1] as WeekDay;
}
