/** What a schedule will do, in a browser: on the days when the clocks change, and for one that is only tried out. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const BERLIN = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  {
    id: "berlin",
    schedule: "30 2 * * *",
    timezone: "Europe/Berlin",
    startDate: "2025-03-01",
    catchup: true,
    isPausedUponCreation: true,
  },
  () => void bash("work", { command: "true" }),
);
`;

const LATER = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "later", schedule: "0 3 * * *", timezone: "UTC", startDate: "2999-01-01", tags: ["sales"], isPausedUponCreation: false },
  () => void bash("work", { command: "true" }),
);
`;

const OVER = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  {
    id: "over",
    schedule: "@daily",
    timezone: "Europe/Berlin",
    startDate: "2025-03-01",
    endDate: "2025-03-05",
    catchup: true,
    isPausedUponCreation: true,
  },
  () => void bash("work", { command: "true" }),
);
`;

describe.runIf(hasBrowser)(`the schedule in the web interface${browserNote}`, { timeout: 180_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve({ "b.ts": BERLIN, "later.ts": LATER, "over.ts": OVER }, afterAll);
  }, 60_000);

  it("notes the days on which the clocks leave a time out or strike it twice, with both offsets", async () => {
    const { page, troubles } = await visit(server, "/dags/berlin/schedule?from=2025-03-28");
    const table = page.getByRole("table");
    const gap = table.getByRole("row").filter({ hasText: "The clock jumps over this time" });
    await gap.getByText("UTC+01:00 becomes UTC+02:00").waitFor();
    expect(await gap.count()).toBe(1);
    expect(await gap.getByRole("cell").nth(1).innerText()).toMatch(/^2025-03-30 03:\d\d:00 CEST$/);
    await page.getByLabel("From the day (Europe/Berlin)").fill("2025-10-24");
    const overlap = table.getByRole("row").filter({ hasText: "strikes this time twice" });
    await overlap.getByText("at UTC+02:00 and at UTC+01:00").waitFor();
    expect(await overlap.count()).toBe(1);
    expect(await overlap.getByRole("cell").nth(1).innerText()).toMatch(/^2025-10-26 02:30:00 CES?T$/);
    expect(new URL(page.url()).searchParams.get("from")).toBe("2025-10-24");
    expect(troubles).toEqual([]);
  });

  it("says of a DAG that never ran when it will, or that it is off, and of the next run what it covers", async () => {
    const { page, troubles } = await visit(server, "/dags/later");
    await page.getByText("This DAG has never run. Its next run: 2999-01-02 12:00 JST").waitFor();
    await page.getByRole("link", { name: "sales" }).click();
    await page.waitForURL("**/dags?tags=sales");
    await page.locator('time[title$="covers 2999-01-01 12:00:00 JST to 2999-01-02 12:00:00 JST"]').waitFor();
    await page.goto(`${server.address}/dags/berlin`);
    await page.getByText("It is paused: no run begins by its schedule.").waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows the runs of a month, a year and each hour of a week, from whichever day, and keeps that in the address", async () => {
    await server.request("POST", "/dags/berlin/dagRuns", {
      dag_run_id: "past",
      logical_date: "2025-06-10T00:30:00Z",
      run_after: "2025-06-10T00:30:00Z",
    });
    const { page, troubles } = await visit(server, "/dags/berlin/schedule?day=2025-06-03");
    const calendar = page.getByRole("region", { name: "Calendar" });
    await calendar.getByRole("link", { name: "2025-06-10: queued 1" }).waitFor();
    await calendar.getByText("The worst of a square's runs:").getByText("planned", { exact: true }).waitFor();
    for (const month of ["Jan", "Jun", "Dec"]) await calendar.getByText(month, { exact: true }).waitFor();
    await calendar.getByText("Month", { exact: true }).click();
    const day = calendar.getByRole("cell", { name: /^10/ });
    await day.getByText("queued").waitFor();
    await calendar.getByRole("button", { name: "Later" }).click();
    await calendar.getByText("July 2025").waitFor();
    await calendar.getByText("Day and hour").click();
    await calendar.getByLabel("Go to the day (Europe/Berlin)").fill("2025-06-11");
    await calendar.getByRole("link", { name: "2025-06-10 02:00: queued 1" }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ calendar: "hours", day: "2025-06-11" });
    await page.goto(`${server.address}/dags/later/schedule?calendar=month&day=2999-01-02`);
    await calendar.getByRole("cell", { name: /^3 1 planned/ }).waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    for (const [view, of] of [
      ["Month", "January 2999"],
      ["Year", "2999"],
      ["Day and hour", "2998-12-31 – 2999-01-06"],
    ] as const) {
      await calendar.getByText(view, { exact: true }).click();
      await calendar.getByText(of, { exact: true }).waitFor();
      await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
    expect(troubles).toEqual([]);
  });

  it("leads from a day and from an hour to exactly the runs that are counted there, by a click and by the keyboard", async () => {
    // In Berlin these are the last and the first minute of a day, and one of an hour that the clock struck twice.
    for (const at of ["2025-10-24T21:59:00Z", "2025-10-24T22:00:00Z", "2025-10-26T00:30:00Z", "2025-10-26T01:30:00Z"])
      await server.request("POST", "/dags/berlin/dagRuns", { dag_run_id: at, logical_date: at, run_after: at });
    const { page, troubles } = await visit(server, "/dags/berlin/schedule?calendar=month&day=2025-10-01");
    const calendar = page.getByRole("region", { name: "Calendar" });
    const rows = page.getByRole("table").getByRole("row");
    await calendar.getByRole("link", { name: "2025-10-25: queued 1", exact: true }).click();
    await rows.getByText("2025-10-24T22:00:00Z").waitFor();
    expect(await rows.count()).toBe(2);
    await page.goto(`${server.address}/dags/berlin/schedule?calendar=hours&day=2025-10-24`);
    const hour = calendar.getByRole("link", { name: "2025-10-26 02:00: queued 2", exact: true });
    await hour.waitFor();
    expect(await calendar.getByRole("link").count()).toBe(3);
    await hour.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("End");
    await calendar.locator("a[data-cell]:focus").and(hour).press("Enter");
    await page.waitForURL("**/dags/berlin/runs?*");
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    expect(troubles).toEqual([]);
  });

  it("writes all moments of a schedule in its own zone, those of warnings too", async () => {
    const { page, troubles } = await visit(server, "/dags/over/schedule");
    await page.getByText("The end date, 2025-03-05 00:00:00 CET, is in the past").waitFor();
    await page.keyboard.press("p");
    await page.getByRole("dialog").getByText("The end date, 2025-03-05 00:00:00 CET, is in the past").waitFor();
    expect(troubles).toEqual([]);
  });

  it("says that the calendar could not be read", async () => {
    const { page } = await visit(server, "/");
    await page.route("**/calendar?*", (route) => route.abort());
    await page.goto(`${server.address}/dags/berlin/schedule`);
    await page.getByRole("main").getByRole("alert").getByRole("button", { name: "Retry" }).waitFor();
  });

  it("shows what another schedule would do, more of it, and saves nothing", async () => {
    const { page, troubles } = await visit(server, "/dags/berlin/schedule");
    await page.getByText("A run covers the day that ends when it begins. Catchup is on").waitFor();
    await page.getByRole("columnheader", { name: "In", exact: true }).waitFor();
    await page
      .getByRole("row", { name: /^10 / })
      .getByRole("cell", { name: /^in \d+ (hours|days)$/ })
      .waitFor();
    await page.getByText("Try another schedule").click();
    const form = page.getByRole("form", { name: "Try another schedule" });
    await form.getByLabel("Cron or preset").fill("0 9 * * 1");
    await form.getByLabel("Time zone").fill("Asia/Tokyo");
    await form.getByLabel("Start date").fill("2025-01-01");
    await form.getByRole("button", { name: "Show its runs" }).click();
    await page.getByText("This is a trial: nothing is saved.").waitFor();
    await page.getByText("Asia/Tokyo · 0 9 * * 1").waitFor();
    await page
      .getByRole("cell", { name: /09:00:00 JST$/ })
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByRole("row").nth(20).waitFor();
    const { timetable_summary: summary } = (await server.request("GET", "/dags/berlin")) as {
      readonly timetable_summary: string;
    };
    expect(summary).toBe("30 2 * * *");
    await page.getByRole("button", { name: "Back to the DAG's own" }).click();
    await page.getByText("Europe/Berlin · 30 2 * * *").waitFor();
    expect(troubles).toEqual([]);
  });
});
