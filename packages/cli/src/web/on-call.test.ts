/** What somebody meets who is woken by a failure: quiet lists, runs that have not begun, and dialogs that are to be answered at once. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const DAGS = `import { dag, deadlineReference } from "momiji";
import { approval, bash } from "momiji/operators";
import { z } from "zod";
const params = z.object({ limit: z.number().default(10) });
const on = { isPausedUponCreation: false, schedule: null };
export const short = dag({ id: "short", ...on }, () => void bash("work", { command: "exit 3" }));
export const oneRun = dag({ id: "one_run", ...on, maxActiveRuns: 1 }, () => void bash("work", { command: "sleep 600" }));
const told = () => { throw new Error("the mail server is away"); };
const deadline = { reference: deadlineReference.dagrunQueuedAt, interval: { seconds: 1 }, callback: told };
export const loud = dag({ id: "loud", ...on, deadline }, () => void bash("work", { command: "sleep 600; exit 3" }));
export const inputs = dag({ id: "inputs", ...on, params }, () => void bash("work", { command: "true" }));
export const asking = dag({ id: "asking", ...on }, () => void approval("publish", { subject: "Publish?" }));
export const later = dag({ id: "later", ...on, schedule: "@daily", startDate: "2999-01-01" }, () => void bash("work", { command: "true" }));
export const off = dag({ id: "off", schedule: "@daily", isPausedUponCreation: true }, () => void bash("work", { command: "true" }));
`;

let server: TestServer;

async function trigger(dagId: string, body: object = {}): Promise<string> {
  const { dag_run_id: runId } = (await server.request("POST", `/dags/${dagId}/dagRuns`, body)) as {
    readonly dag_run_id: string;
  };
  return `/dags/${dagId}/runs/${encodeURIComponent(runId)}`;
}

/** The buttons of a page whose words are cut. */
const CUT = `[...document.querySelectorAll(".mantine-Button-label")]
  .filter((label) => label.scrollWidth > label.clientWidth)
  .map((label) => label.textContent)`;

async function expectFocus(control: Locator): Promise<void> {
  await expect.poll(() => control.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
}

describe.runIf(hasBrowser)(`the web interface at night${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "night.ts": DAGS }, afterAll);
  }, 60_000);

  it("says that nothing ran since a day ago, and leads to the runs of all times", async () => {
    await trigger("short", { logical_date: "2025-01-01T00:00:00Z", run_after: "2025-01-01T00:00:00Z" });
    const { page, troubles } = await visit(server, "/runs");
    await page.getByText(/^Nothing ran since \d{4}-\d\d-\d\d \d\d:\d\d:00 JST, 1 day ago\./).waitFor();
    await page.getByRole("button", { name: "Show all times" }).click();
    await page.getByText("one run", { exact: true }).waitFor();
    await page.goto(`${server.address}/runs?run_id_pattern=nothing&run_after_gte=2025-01-01T00:00:00Z`);
    await page.getByText("Nothing fits the filters.").waitFor();
    expect(troubles).toEqual([]);
  });

  it("says of a task whose run has not begun why the run waits, and counts what waits apart from what runs", async () => {
    await trigger("one_run");
    const waiting = await trigger("one_run");
    const { page } = await visit(server, `${waiting}/tasks/work`);
    await page.getByText("The run has not begun: its tasks come with it.").waitFor();
    await page.getByRole("heading", { name: /^The run waits: one run of the DAG may run at once/ }).waitFor();
    await page.goto(`${server.address}/dags`);
    await page.getByText("1 of 1 (+1)", { exact: true }).waitFor();
  });

  it("begins a dialog at its first field, else at its main button, and where something is taken away at the way back", async () => {
    const run = await trigger("short");
    expect(await server.endOf("short", run.split("/").at(-1) ?? "")).toBe("failed");
    const { page, troubles } = await visit(server, `${run}/tasks/work`);
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Clear from here...", exact: true }).click();
    await expectFocus(dialog.getByRole("checkbox", { name: "downstream" }));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(CUT)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${server.address}${run}`);
    await page.getByRole("button", { name: "Clear failed...", exact: true }).click();
    await expectFocus(dialog.getByRole("radio", { name: "failed only" }));
    await page.goto(`${server.address}/dags/inputs`);
    await page.getByRole("button", { name: "Trigger...", exact: true }).first().click();
    await expectFocus(dialog.getByRole("textbox", { name: "limit" }));
    await page.goto(`${server.address}/dags/off`);
    await page.getByRole("button", { name: "More for off" }).click();
    await page.getByRole("menuitem", { name: "Switch on..." }).click();
    await expectFocus(dialog.getByRole("button", { name: "Switch on", exact: true }));
    await page.goto(`${server.address}/dags/short/runs`);
    await page
      .getByRole("checkbox", { name: /^Select manual/ })
      .first()
      .check();
    await page.getByRole("button", { name: "Delete..." }).click();
    await expectFocus(dialog.getByRole("button", { name: "Cancel" }));
    expect(troubles).toEqual([]);
  });

  it("says who was told of what became of a run and that it failed, and counts deadlines without a name from one", async () => {
    const { page, troubles } = await visit(server, `${await trigger("loud")}/events`);
    const callbacks = page.getByRole("region", { name: "Callbacks" });
    await callbacks.getByText("the mail server is away").waitFor();
    await callbacks.getByText("on a missed deadline:").waitFor();
    await callbacks.getByText(/^momiji callbacks logs /).waitFor();
    await page.goto(`${server.address}/deadlines`);
    await page.getByText("#1", { exact: true }).waitFor();
    const state = await page.getByText("missed", { exact: true }).boundingBox();
    expect(state?.height, "shape and word stand in one line").toBeLessThan(24);
    expect(troubles).toEqual([]);
  });

  it("writes in Japanese how long it is until the next run", async () => {
    const { page } = await visit(server, "/dags/later", { locale: "ja-JP" });
    await page.getByText(/（[\d,]+日後）$/).waitFor();
  });

  it("has the question to a person first among the tabs of its task", async () => {
    const run = await trigger("asking");
    const { page, troubles } = await visit(server, `${run}/tasks/publish`);
    await expect
      .poll(() => page.getByRole("navigation", { name: "Views of the task" }).getByRole("link").first().innerText())
      .toBe("Required action");
    expect(troubles).toEqual([]);
  });
});
