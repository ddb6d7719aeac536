/** Three tasks in a row; the last pushes what it got. */
import { cronTrigger, dag } from "momiji";

export default dag(
  {
    id: "linear",
    schedule: cronTrigger("0 3 * * *"),
    timezone: "Asia/Tokyo",
    startDate: "2026-01-01T00:00",
    catchup: false,
    tags: ["example", "gold"],
    description: "Three tasks in a row",
    docMd: "# Linear",
    defaults: { owner: "data" },
    maxActiveRuns: 4,
  },
  ({ task }) => {
    const rows = task("extract", () => {
      console.log("extracting");
      return { rows: 3 };
    });
    const twice = task("transform", { rows }, ({ rows: given }) => {
      console.log("got", given);
      return given.rows * 2;
    });
    task("load", { twice }, ({ twice: given }) => console.log("loaded", given));
  },
);
