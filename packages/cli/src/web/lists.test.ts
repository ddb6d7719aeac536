/** Lists in a browser: what narrows them is in the address, only a screenful is in the page, and what is ticked is what is changed. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, held, serve, signIn, visit } from "./browser.testing.ts";

const DAGS = 5000;
const TEAM = 312;

/** Many that never run, a team among them, one that runs, and one that does not without an input; every home of a test has one more. */
const MANY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const needs = dag(
  { id: "needs", schedule: null, isPausedUponCreation: false, tags: ["mixed"], params: z.object({ must: z.string() }) },
  () => void bash("work", { command: "true" }),
);
const many = Array.from({ length: ${DAGS - 4} }, (_, i) => dag(
  { id: "flow_" + String(i).padStart(4, "0"), schedule: null, isPausedUponCreation: false, tags: i < ${TEAM} ? ["team-x"] : ["others"] },
  () => void bash("work", { command: "true" }),
));
const orders = dag({ id: "orders", schedule: null, isPausedUponCreation: false, tags: ["mixed"] }, ({ group }) => {
  const load = bash("load", { command: 'test "$N" = 2 && exit 3 || true', env: { N: "{{ params.n }}" } });
  group("checks", () => void bash("count", { command: "true" }));
  load.before(bash("mart", { command: "true" }));
}, );
const told = dag({ id: "told", schedule: null, isPausedUponCreation: false, tags: ["others"] }, ({ task }) => void task("it", () => 5));
export default [...many, needs, orders, told];
`;

describe.runIf(hasBrowser)(`lists${browserNote}`, { timeout: 90_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve({ "many.ts": MANY }, afterAll);
    await server.run("orders");
  }, 120_000);

  it("shows 5,000 DAGs with a screenful of rows in the page, by one request", async () => {
    const { page, requests, troubles } = await visit(server, "/dags");
    const table = page.getByRole("table", { name: "DAGs" });
    await table.getByRole("link", { name: "flow_0000" }).waitFor();
    expect(requests().filter((one) => one.includes("/dags"))).toHaveLength(1);
    await page.getByText("5,000 DAGs").waitFor();
    expect(await table.getAttribute("aria-rowcount")).toBe("5001");
    expect(await table.getByRole("row").count()).toBeLessThanOrEqual(60);
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    await table.getByRole("link", { name: "flow_0050" }).waitFor();
    expect(await table.getByRole("row").count()).toBeLessThanOrEqual(60);
    expect(troubles).toEqual([]);
  });

  it("keeps filter and order in the address, and reads them from it", async () => {
    const { page } = await visit(server, "/dags?tags=team-x&sort=-dag_display_name");
    await page.getByText("312 DAGs").waitFor();
    await page.getByRole("link", { name: "flow_0311" }).waitFor();
    await page.getByRole("button", { name: "DAG", exact: true }).click();
    await page.getByRole("link", { name: "flow_0000" }).waitFor();
    await page.getByRole("searchbox").fill("flow_000");
    await page.getByText("10 DAGs").waitFor();
    const query = new URL(page.url()).searchParams;
    expect([query.get("tags"), query.get("sort"), query.get("q")]).toEqual(["team-x", "dag_display_name", "flow_000"]);
    await page.reload();
    await page.getByText("10 DAGs").waitFor();
    await page.getByRole("button", { name: "Clear Tags" }).click();
    await page.getByRole("searchbox").fill("no such flow");
    await page.getByText("Nothing fits the filters.").waitFor();
  });

  it("says how many DAGs each value of a filter leaves", async () => {
    const { page } = await visit(server, "/dags");
    await page.getByRole("button", { name: "Tags" }).click();
    const tags = page.getByRole("group", { name: "Tags" });
    await tags.getByText("4,685").waitFor();
    await tags.getByRole("checkbox", { name: "team-x" }).check();
    await page.getByText("312 DAGs").waitFor();
    expect(new URL(page.url()).search).toBe("?tags=team-x");
  });

  it("pauses 312 of 5,000 DAGs by one request, with a line of the audit for each", async () => {
    const { page, requests, troubles } = await visit(server, "/dags?tags=team-x");
    await page.getByText("312 DAGs").waitFor();
    await page.getByRole("checkbox", { name: "Select flow_0000" }).check();
    await page.getByRole("button", { name: "Select all 312 that match" }).click();
    await page.getByRole("button", { name: "Pause..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Pause 312 DAGs").waitFor();
    requests();
    const sent = await held(page, (request) => request.method() === "PATCH");
    await dialog.getByRole("button", { name: "Pause 312" }).click();
    await dialog.getByRole("status").getByText("Pausing 312 DAGs...").waitFor();
    sent.release();
    await page.getByText("312 DAGs are paused.").waitFor();
    expect(requests().filter((one) => !one.startsWith("GET "))).toEqual([
      expect.stringMatching(/^PATCH \/api\/v2\/dags\?/),
    ]);
    const lines = await server.request("GET", "/eventLogs?event=patch_dags&owner=admin&limit=1");
    expect(lines).toMatchObject({ total_entries: 312 });
    expect(await server.request("GET", "/dags?paused=true&limit=1")).toMatchObject({ total_entries: 312 });
    expect(troubles).toEqual([]);
  });

  it("pauses of all that match those that the reader may change, and says which stay as they are and why", async () => {
    const some = { username: "some", password: "a password for tests" };
    const actions = ["can_read DAGs", "can_edit DAG:needs"].map((right) => {
      const [action, resource] = right.split(" ");
      return { action: { name: action }, resource: { name: resource } };
    });
    await server.request("POST", "/auth/fab/v1/roles", { name: "Some", actions });
    await server.request("POST", "/auth/fab/v1/users", { ...some, roles: [{ name: "Some" }] });
    const { page, troubles } = await signIn(server, "/dags?tags=mixed", some);
    await page.getByText("2 DAGs", { exact: true }).waitFor();
    for (const id of ["needs", "orders"]) await page.getByRole("checkbox", { name: `Select ${id}` }).check();
    await page.getByRole("button", { name: "Pause..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Pause one DAG").waitFor();
    const left = dialog.getByRole("region", { name: "DAGs that stay as they are" }).getByRole("listitem");
    await left
      .filter({ hasText: "orders" })
      .getByText(/can_edit on DAG:orders/)
      .waitFor();
    await dialog.getByRole("button", { name: "Pause 1" }).click();
    await dialog.getByRole("status").getByText("One DAG is paused.").waitFor();
    expect(await left.count()).toBe(1);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await dialog.waitFor({ state: "detached" });
    const paused = (await server.request("GET", "/dags?tags=mixed&paused=true")) as { dags: { dag_id: string }[] };
    expect(paused.dags.map(({ dag_id: id }) => id)).toEqual(["needs"]);
    await server.request("PATCH", "/dags/needs", { is_paused: false });
    expect(troubles).toEqual([]);
  });

  it("ticks a range with Shift, and walks by keyboard", async () => {
    const { page } = await visit(server, "/dags?tags=others");
    await page.getByRole("checkbox", { name: "Select flow_0313" }).check();
    await page.getByRole("checkbox", { name: "Select flow_0317" }).click({ modifiers: ["Shift"] });
    await page.getByText("5 selected").waitFor();
    await page.getByRole("button", { name: "Clear selection" }).click();
    await page.locator("body").press("j");
    await page.locator("body").press("j");
    await page.keyboard.press("x");
    await page.getByText("1 selected").waitFor();
    const [bar, foot] = [page.getByRole("region", { name: "Selection" }), page.getByRole("contentinfo")];
    const [chosen, status] = await Promise.all([bar.boundingBox(), foot.boundingBox()]);
    expect((chosen?.y ?? 0) + (chosen?.height ?? 0)).toBeLessThanOrEqual(status?.y ?? 0);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dags/flow_0313");
  });

  it("keeps chosen columns", async () => {
    const { page } = await visit(server, "/dags");
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("checkbox", { name: "Success" }).uncheck();
    await page.getByRole("columnheader", { name: "Success" }).waitFor({ state: "detached" });
    // It has a sign above it, and a name all the same.
    await page.getByRole("columnheader", { name: "Favourites" }).waitFor();
    await page.getByRole("checkbox", { name: "Favourites" }).uncheck();
    await page.getByRole("columnheader", { name: "Favourites" }).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("columnheader", { name: "Schedule" }).waitFor();
    expect(await page.getByRole("columnheader", { name: "Success" }).count()).toBe(0);
  });

  it("shows cards on a phone, and never scrolls sideways", async () => {
    const { page } = await visit(server, "/runs?all=true", { viewport: { width: 360, height: 740 } });
    const row = page.getByRole("row").filter({ hasText: "orders" });
    await row.getByText("Duration").waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  });

  it("opens the runs and task instances of the last day, and takes them away as a file", async () => {
    const { page, requests, troubles } = await visit(server, "/dag_runs");
    await page.waitForURL("**/runs?run_after_gte=*");
    await page.getByRole("link", { name: "orders", exact: true }).waitFor();
    expect(requests().filter((one) => one.includes("agRuns")).length).toBeLessThanOrEqual(2);
    await page.getByRole("button", { name: "Export" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "CSV" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    expect(text.trim().split("\r\n")).toHaveLength(2);
    expect(text).toContain("orders");
    await page.goto(`${server.address}/task_instances`);
    await page.getByRole("link", { name: "checks.count" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("narrows task instances by how long they took and by their try, in the address as the API says it", async () => {
    const { page, troubles } = await visit(server, "/task_instances?all=true&dag_id_pattern=orders");
    await page.getByRole("link", { name: "checks.count" }).first().waitFor();
    const filter = async (name: string): Promise<void> => {
      await page.getByRole("button", { name: "More filters" }).click();
      await page.getByRole("menuitem", { name, exact: true }).click();
    };
    await filter("Duration");
    await page.getByLabel("At least (seconds)").fill("86400");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Duration: ≥ 1 d/ }).waitFor();
    await page.getByText("0 task instances").waitFor();
    expect(new URL(page.url()).searchParams.get("duration_gte")).toBe("86400");
    await page.getByRole("button", { name: /^Duration: / }).click();
    await page.getByLabel("At least (seconds)").fill("");
    await page.getByLabel("At most (seconds)").fill("3600");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Duration: ≤ 1 h/ }).waitFor();
    await filter("Try");
    await page.getByRole("spinbutton", { name: "Try" }).fill("1");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Try: 1" }).waitFor();
    await page.getByRole("link", { name: "checks.count" }).first().waitFor();
    expect(new URL(page.url()).searchParams.get("duration_lte")).toBe("3600");
    expect(troubles).toEqual([]);
  });

  it("shows what tasks return as soon as they have", async () => {
    const { page, troubles } = await visit(server, "/xcoms?dag_display_name_pattern=told");
    await page.getByText("0 XComs").waitFor();
    await server.run("told");
    await page.getByRole("table", { name: "XComs" }).getByText("return_value").waitFor();
    expect(troubles).toEqual([]);
  });

  it("starts ticked DAGs together, shows how far it is, and says of one that is refused why", async () => {
    const { page } = await visit(server, "/dags?tags=mixed");
    const sent = await held(page, (request) => request.url().endsWith("/dags/orders/dagRuns"));
    for (const id of ["needs", "orders"]) await page.getByRole("checkbox", { name: `Select ${id}` }).check();
    await page.getByRole("button", { name: "Trigger...", exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Trigger 2" }).click();
    await dialog.getByRole("progressbar", { name: "How many were triggered" }).waitFor();
    sent.release();
    await page.getByText("One run was created.").waitFor();
    await dialog.getByRole("listitem").filter({ hasText: "needs" }).getByText(/must/).waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  it("leaves a list as it is while a row is ticked, and shows what is new when asked", async () => {
    const { page, troubles } = await visit(server, "/runs?all=true");
    await page.getByText("live", { exact: true }).waitFor();
    const row = page.getByRole("checkbox", { name: /^Select manual/ }).first();
    await row.check();
    const place = await row.boundingBox();
    const { runId } = await server.run("orders");
    const fresh = page.getByRole("checkbox", { name: `Select ${runId}` });
    const bar = page.getByRole("button", { name: "One change: show it" });
    await bar.waitFor();
    expect(await row.boundingBox()).toEqual(place);
    expect(await fresh.count()).toBe(0);
    await bar.click();
    await fresh.waitFor();
    await server.run("orders");
    await bar.waitFor();
    await page.getByRole("button", { name: "Note...", exact: true }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Note" }).fill("looked at");
    await page.getByRole("dialog").getByRole("button", { name: "Save note" }).click();
    // What was meant has been done: nothing is ticked any more, and nothing waits.
    await page.getByRole("region", { name: "Selection" }).waitFor({ state: "detached" });
    await bar.waitFor({ state: "detached" });
    expect(await row.isChecked()).toBe(false);
    // As Airflow calls a group of a run.
    await page.goto(`${server.address}/dags/orders/runs/${encodeURIComponent(runId)}/tasks/group/checks`);
    await page.waitForURL("**/tasks?group=checks");
    const tasks = page.getByRole("table", { name: "Tasks" });
    await tasks.getByRole("link", { name: /count/ }).waitFor();
    expect(await tasks.getByRole("link", { name: /load|mart/ }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
