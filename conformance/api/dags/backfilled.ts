import { cronTrigger, dag } from "momiji";
import { empty } from "momiji/operators";

export default dag(
  {
    id: "backfilled",
    schedule: cronTrigger("0 0 * * *"),
    startDate: "2026-01-01T00:00Z",
    endDate: "2026-01-10T00:00Z",
    catchup: false,
  },
  () => {
    empty("only");
  },
);
