/**
 * When does a run start? Start and end date say what a run is *about*: the three minutes from 14:04. It starts when they are
 * over, at 14:07, and as the end date is the start date there is no second one.
 *
 * See for yourself: `momiji dags next-execution every_three_minutes`.
 */
import { dag, every } from "momiji";
import { bash } from "momiji/operators";

export default dag(
  {
    id: "every_three_minutes",
    description: "Prints the date, exactly once, at 14:07",
    schedule: every({ minutes: 3 }),
    timezone: "Asia/Tokyo",
    startDate: "2022-09-14T14:04",
    endDate: "2022-09-14T14:04",
    catchup: true,
    defaults: { owner: "data", retries: 1, retryDelay: { minutes: 5 } },
    tags: ["example"],
  },
  () => {
    bash("print_date", { command: "date" });
  },
);
