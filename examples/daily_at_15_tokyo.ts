/**
 * Every day at 15:00 in Tokyo. The first run is that of 14 September 2022, about the day before it, so that the start date is
 * 13 September, 15:00.
 *
 * `@daily` does not do this, whatever hour the start date has: it means midnight. Compare `momiji dags next-execution` of both.
 */
import { dag } from "momiji";
import { bash } from "momiji/operators";

const common = { timezone: "Asia/Tokyo", startDate: "2022-09-13T15:00", catchup: false, tags: ["example"] };

export const atThree = dag({ ...common, id: "daily_at_15_tokyo", schedule: "0 15 * * *" }, () => {
  bash("print_date", { command: "date" });
});

export const atMidnight = dag({ ...common, id: "daily_preset_tokyo", schedule: "@daily" }, () => {
  bash("print_date", { command: "date" });
});
