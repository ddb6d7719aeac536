/** What people do beside reading: values, ticked tasks, what they like to see and what they do not want to hear of, in a browser. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const FILES = {
  "etl.ts": `import { asset, dag } from "momiji";
import { bash } from "momiji/operators";
const orders = asset("orders");
const items = asset("items");
const base = { isPausedUponCreation: false, schedule: null };
export const etl = dag({ id: "etl", tags: ["gold"], ...base }, () => {
  const load = bash("load", { command: "echo {{ dag_run.run_id }} {{ var.value.city }}" });
  load.before(bash("make", { command: "true", outlets: [orders] }));
});
export const broken = dag({ id: "broken", tags: ["gold", "night"], ...base }, () => {
  bash("crash", { command: "exit 3" });
});
export const board = dag({ id: "board", isPausedUponCreation: false, schedule: [orders, items] }, () => {
  bash("draw", { command: "true" });
});
`,
};

let server: TestServer;
let etlRun: string;

/** All that the shell asks for has come: nothing moves on the page any more. */
const profile = (page: Page) => page.getByText("scheduler ok").waitFor();

const task = (name: string) => `/dags/etl/runs/${encodeURIComponent(etlRun)}/tasks/${name}`;

describe.runIf(hasBrowser)(`every day${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve(FILES, afterAll);
    await server.request("POST", "/variables", { key: "city", value: "Nara" });
    ({ runId: etlRun } = await server.run("etl"));
    await server.run("broken");
  }, 60_000);

  it("shows what a template became beside what was written, and who uses a variable", async () => {
    const { page, troubles } = await visit(server, `${task("load")}/rendered`);
    await page.getByText(`echo ${etlRun} Nara`).waitFor();
    await page.getByText("echo {{ dag_run.run_id }} {{ var.value.city }}").waitFor();
    await page.goto(`${server.address}/variables`);
    await page.getByRole("row", { name: /city/ }).getByRole("link", { name: "etl" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows what of a template is other than in the run before", async () => {
    const { runId } = await server.run("etl");
    const { page, troubles } = await visit(server, `/dags/etl/runs/${encodeURIComponent(runId)}/tasks/load/rendered`);
    await page.getByText("Other than in the run before:").click();
    const diff = page.getByRole("textbox", { name: /command/ });
    await diff.locator(".cm-deletedChunk").getByText(etlRun.slice(-6)).waitFor();
    await diff.locator(".cm-changedLine").getByText(runId.slice(-6)).waitFor();
    expect(troubles).toEqual([]);
  });

  it("adds an XCom, writes another value over it, and takes it away", async () => {
    const { page, troubles } = await visit(server, `${task("make")}/xcom`);
    await page.getByRole("button", { name: "Add an XCom" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Key").fill("rows");
    await dialog.getByRole("textbox", { name: "Value (JSON)" }).fill("12");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("The XCom rows is written.").waitFor();
    const entry = page.getByRole("listitem").filter({ hasText: "rows" });
    await entry.locator("summary").click();
    await entry.getByRole("button", { name: "Edit" }).click();
    const value = dialog.getByRole("textbox", { name: "Value (JSON)" });
    await value.fill("{");
    await dialog.getByText("The value is not JSON yet.").waitFor();
    await value.fill('{"read": 13}');
    await dialog.getByRole("button", { name: "Save" }).click();
    await entry.getByText("13").waitFor();
    await entry.getByRole("button", { name: "Delete" }).click();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await entry.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("opens the dialogs of task instances that are ticked in the list of all", async () => {
    const { page, troubles } = await visit(server, "/task_instances?all=1");
    await page.getByRole("checkbox", { name: "Select load" }).first().check();
    await page.getByRole("checkbox", { name: "Select crash" }).check();
    await page.getByRole("button", { name: "Mark success..." }).click();
    await page.getByRole("dialog", { name: /^Mark success: (?:crash, load|load, crash)$/ }).waitFor();
    await page.getByRole("button", { name: "Mark one task instance" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // Those that are not loaded too.
    await page.getByRole("button", { name: /^Select all \d that match$/ }).click();
    await page.getByRole("button", { name: "Mark failed..." }).click();
    await page.getByRole("dialog", { name: /^Mark failed: .*crash/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("keeps a muted failure off the list, says until when, and takes it back", async () => {
    const { page, troubles } = await visit(server, "/");
    const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "broken · crash" }) });
    await profile(page);
    await card.getByRole("button", { name: "Mute 1 h" }).click();
    await page.getByText(/broken · crash is muted for you until .+ JST\./).waitFor();
    await page.getByText("Muted by you (1)").click();
    await card.getByRole("button", { name: /^Muted until/ }).click();
    await card.getByRole("button", { name: "Mute 1 h" }).waitFor();
    await page.getByText("Muted by you").waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("tells by the browser of a DAG with the reader's star that fails behind another tab", async () => {
    const { page, context } = await visit(server, "/dags");
    const kept = page.waitForResponse((response) => response.url().endsWith("/favorite"));
    await page.getByRole("button", { name: "Favourite: broken" }).click();
    await kept;
    await context.grantPermissions(["notifications"]);
    await context.addInitScript(`
      window.told = [];
      Object.defineProperty(document, "hidden", { get: () => true });
      window.Notification = class extends EventTarget {
        static permission = "granted";
        static requestPermission = async () => "granted";
        constructor(title, { body }) { super(); window.told.push(title + ": " + body); }
      };`);
    await page.goto(`${server.address}/settings`);
    const wanted = page.getByRole("switch", { name: "Browser notifications" });
    await profile(page);
    const saved = page.waitForResponse(
      (response) => response.request().method() === "PUT" && response.url().endsWith("/me/preferences"),
    );
    await wanted.click({ force: true });
    await expect.poll(() => wanted.isChecked(), { timeout: 20_000 }).toBe(true);
    await saved;
    // A stream that begins with what is wanted has it once it is live; one that goes on is told a moment later.
    await page.reload();
    await page.getByText("live", { exact: true }).waitFor();
    const { runId } = await server.run("broken");
    await server.run("etl");
    await expect.poll(() => page.evaluate("window.told"), { timeout: 20_000 }).toEqual([`broken failed: ${runId}`]);
  });

  it("opens a DAG as the reader likes to see it, and says so in the address", async () => {
    const { page, troubles } = await visit(server, "/settings");
    await profile(page);
    await page.getByRole("combobox", { name: "A DAG opens as" }).click();
    await page.getByRole("option", { name: "Gantt" }).click();
    await page.goto(`${server.address}/dags/etl`);
    await page.waitForURL(/view=gantt/);
    await page.goto(`${server.address}/dags/etl?view=grid`);
    await page.locator("#dag-grid").waitFor();
    expect(new URL(page.url()).search).toBe("?view=grid");
    expect(troubles).toEqual([]);
  });

  it("shows DAGs by tag, each group read when it is opened, and the chosen columns to whoever gets the address", async () => {
    const { page, requests, troubles } = await visit(server, "/dags?cols=owner");
    await page.getByRole("columnheader", { name: "Owner" }).waitFor();
    expect(await page.getByRole("columnheader", { name: "Schedule" }).count()).toBe(0);
    await page.getByRole("combobox", { name: "Group by" }).selectOption("tag");
    const gold = page.getByRole("button", { name: "gold 2 DAGs" });
    await gold.waitFor();
    requests();
    await gold.click();
    await page.getByRole("table", { name: "gold" }).getByRole("link", { name: "broken" }).waitFor();
    expect(requests()).toHaveLength(1);
    await page.reload();
    await page.getByRole("table", { name: "gold" }).getByRole("link", { name: "etl" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("takes an asset out of the queue of a DAG that waits for two", async () => {
    const found = (await server.request("GET", "/assets?name_pattern=orders")) as { assets: { id: number }[] };
    const { page, troubles } = await visit(server, `/assets/${found.assets[0]?.id}`);
    const row = page.getByRole("row", { name: /board/ });
    await row.getByText("1 of 2").waitFor();
    await row.getByRole("button", { name: "Take out..." }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
    await row.getByText("0 of 2").waitFor();
    expect(await row.getByRole("button", { name: "Take out..." }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("shows the assets around the tasks of a DAG, each with a way to its page", async () => {
    const { page, troubles } = await visit(server, "/dags/etl?view=graph");
    await page.getByRole("checkbox", { name: "Assets and DAGs" }).check();
    await page.getByRole("button", { name: "orders, asset" }).click();
    await page.waitForURL(/\/assets\/\d+/);
    await page.getByRole("heading", { name: "orders" }).waitFor();
    expect(troubles).toEqual([]);
  });
});
