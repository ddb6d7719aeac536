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

describe.runIf(hasBrowser)(`the schedule in the web interface${browserNote}`, { timeout: 180_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve({ "b.ts": BERLIN }, afterAll);
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

  it("shows what another schedule would do, more of it, and saves nothing", async () => {
    const { page, troubles } = await visit(server, "/dags/berlin/schedule");
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
