/** What people come to the web interface for, done in a browser as they do it. */
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, () => {
  const extract = bash("extract", { command: "echo extracted" });
  const load = bash("load", { command: "echo starting; echo 'relation \\"orders_2026\\" does not exist' >&2; exit 3" });
  extract.before(load);
  load.before(bash("mart", { command: "echo mart" }));
});
`;

const LATE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "late", schedule: "@daily", startDate: "2026-01-01", endDate: "2026-03-07", catchup: true, isPausedUponCreation: true },
  () => void bash("work", { command: "true" }),
);
`;

const SEED = `import { dag, every } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  {
    id: "three_minutes", schedule: every({ minutes: 3 }), timezone: "Asia/Tokyo", catchup: true, isPausedUponCreation: true,
    startDate: "2024-08-12T14:04:00", endDate: "2024-08-12T14:04:00",
  },
  () => void bash("work", { command: "true" }),
);
`;

const CAUSE = 'relation "orders_2026" does not exist';

describe.runIf(hasBrowser)(`the web interface${browserNote}`, { timeout: 60_000 }, () => {
  it("lists at home what failed with its cause, and one click leads to it", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page, troubles } = await visit(server, "/");
    await page.getByRole("heading", { level: 1, name: /1 failed/ }).waitFor();
    await page.getByText(CAUSE).waitFor();
    await page.getByRole("link", { name: "nightly · load" }).click();
    const card = page.getByRole("region", { name: "Failure" });
    await card.getByText("exit code 3").first().waitFor();
    await card.getByText(CAUSE).first().waitFor();
    await card.getByRole("button", { name: "Open in log" }).click();
    await page.locator('[role="log"] [data-sought="true"]').getByText(CAUSE).waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?line=\d+$/);
    expect(troubles).toEqual([]);
  });

  it("names the cause on a phone without scrolling", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { runId } = await server.run("nightly");
    const path = `/dags/nightly/runs/${encodeURIComponent(runId)}/tasks/load`;
    const { page } = await visit(server, path, { viewport: { width: 390, height: 844 } });
    const cause = page.getByRole("region", { name: "Failure" }).getByText(CAUSE).first();
    await cause.waitFor();
    const box = await cause.boundingBox();
    expect((box?.y ?? 1e9) + (box?.height ?? 0)).toBeLessThan(844);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });

  it("opens a DAG with three requests and a task of it with two more at most", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page, requests } = await visit(server, "/dags/nightly");
    await page.getByRole("gridcell", { name: /^load, failed/ }).waitFor();
    expect(requests().length).toBeLessThanOrEqual(3);
    await page.getByRole("gridcell", { name: /^load, failed/ }).click();
    await page.getByRole("log").getByText("starting", { exact: true }).waitFor();
    // The task, why it failed, its log and how long that is.
    expect(requests().length).toBeLessThanOrEqual(4);
  });

  it("walks through the grid by keyboard alone", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page } = await visit(server, "/dags/nightly");
    const grid = page.getByRole("treegrid");
    await grid.waitFor();
    await grid.focus();
    await page.keyboard.press("n");
    await page.keyboard.press("Enter");
    await page.getByRole("log", { name: /load/ }).waitFor();
    expect(page.url()).toContain("/tasks/load");
  });

  it("shows a run that somebody else triggers, without being asked and without asking", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page, requests } = await visit(server, "/dags/nightly");
    await page.getByText("live").waitFor();
    await page.getByRole("gridcell", { name: /^load, failed/ }).waitFor();
    requests();
    await server.run("nightly");
    await page
      .getByRole("gridcell", { name: /^load, failed/ })
      .nth(1)
      .waitFor();
    expect(requests()).toEqual([]);
  });

  it("says what switching on would do, and cancel leaves it off", async () => {
    const server = await serve({ "late.ts": LATE });
    const { page } = await visit(server, "/dags/late");
    const onOff = page.getByRole("switch", { name: "Scheduled: late" });
    await onOff.focus();
    await page.keyboard.press("Space");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByText(/66 runs begin at once/)
      .first()
      .waitFor();
    await dialog
      .getByText(/2026-01-01 00:00:00 UTC/)
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await onOff.isChecked()).toBe(false);
    expect(await server.request("GET", "/dags/late")).toMatchObject({ is_paused: true });
  });

  it("shows the one run of a schedule of three minutes, in its zone and in UTC", async () => {
    const server = await serve({ "seed.ts": SEED });
    const { page } = await visit(server, "/dags/three_minutes/schedule");
    const row = page.getByRole("row", { name: /14:04:00 JST → 2024-08-12 14:07:00 JST/ });
    await row.getByText("05:07:00 UTC").waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
  });

  it("clears what its list says, and nothing when the world has moved since", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { runId } = await server.run("nightly");
    const { page, context } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(runId)}`);
    await page.getByRole("button", { name: "Clear failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("will run now").waitFor();
    const load = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}/taskInstances/load`;
    const csrf = (await context.cookies()).find(({ name }) => name === "momiji_csrf")?.value ?? "";
    const marked = await context.request.patch(`${server.address}/api/v2${load}`, {
      data: { new_state: "success" },
      headers: { "x-csrf-token": csrf },
    });
    expect(marked.status()).toBe(200);
    await dialog.getByRole("button", { name: /^Clear \d/ }).click();
    await dialog.getByText(/Something has changed/).waitFor();
    expect(await server.request("GET", load)).toMatchObject({ state: "success", try_number: 1 });
    await dialog.getByText("Nothing would be cleared").waitFor();
    expect(await dialog.getByRole("button", { name: /^Clear \d/ }).isDisabled()).toBe(true);
  });

  it("is in Japanese when that is chosen", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page, troubles } = await visit(server, "/", { locale: "ja-JP" });
    await page.getByRole("heading", { level: 1, name: /失敗1件/ }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await page.getByRole("link", { name: "DAG", exact: true }).first().click();
    await page.getByRole("table", { name: "DAG" }).waitFor();
    expect(troubles).toEqual([]);
  });
});
