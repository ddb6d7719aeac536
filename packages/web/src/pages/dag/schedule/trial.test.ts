import { expect, it } from "vitest";
import { bodyOf } from "./trial.ts";

it("asks for the DAG's own schedule, from a day of its zone on", () => {
  expect(bodyOf("a", {}, "UTC")).toEqual({ dagId: "a", count: 10 });
  const given = bodyOf("a", { from: "2025-03-28", rows: 500 }, "Europe/Berlin");
  expect(given).toEqual({ dagId: "a", count: 100, after: "2025-03-27T22:59:59Z" });
});

it("asks for a schedule that is tried out, and leaves a zone that there is not to the server", () => {
  const tried = { cron: "0 3 * * *", zone: "Asia/Tokyo", start: "2025-01-01", catchup: true } as const;
  const body = { schedule: "0 3 * * *", timezone: "Asia/Tokyo", startDate: "2024-12-31T15:00:00Z", catchup: true };
  expect(bodyOf("a", tried, "UTC")).toEqual({ ...body, count: 10 });
  expect(bodyOf("a", { cron: "@daily", zone: "No/Where", start: "2025-01-01" }, "UTC")).toMatchObject({
    timezone: "No/Where",
    startDate: "2025-01-01T00:00:00Z",
  });
});
