import { dag } from "momiji";
import { empty } from "momiji/operators";

export default dag(
  { id: "backfilled", schedule: "@daily", startDate: "2026-01-01T00:00Z", endDate: "2026-01-10T00:00Z", catchup: false },
  () => {
    empty("only");
  },
);
