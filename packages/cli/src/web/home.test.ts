/** The page that greets: its cards lead to what they are about, its lists say what they leave out, and its first example works. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPlace, TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, SETTINGS, visit } from "./browser.testing.ts";

const NIGHT = `import { asset, dag, deadlineReference } from "momiji";
import { approval, bash } from "momiji/operators";
const orders = asset("orders");
const on = { isPausedUponCreation: false, schedule: null };
export const split = dag({ id: "split", ...on }, ({ task }) => {
  const part = task.map("part", { n: [1, 2] }, ({ n }) => {
    if (n === 2) throw new Error("the second part is missing");
  });
  part.before(bash("join", { command: "true", outlets: [orders] }));
});
export const turns = dag({ id: "turns", ...on }, () => void bash("one", { command: "exit {{ dag_run.conf.code }}" }));
export const eats = dag({ id: "eats", isPausedUponCreation: false, schedule: [orders] }, () => void bash("draw", { command: "true" }));
const due = { name: "by breakfast", reference: deadlineReference.dagrunQueuedAt, interval: { milliseconds: 1 }, callback: () => undefined };
export const asks = dag({ id: "asks", deadline: due, ...on }, () =>
  void approval("ok", { subject: "Close the month?", assignedUsers: ["admin"] }));
`;

const BROKEN = `import { dag } from "momiji";
export default dag({ id: );
`;

describe.runIf(hasBrowser)(`home${browserNote}`, { timeout: 60_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve({ "night.ts": NIGHT, "broken.ts": BROKEN }, afterAll);
    await server.run("split");
    for (const code of [0, 0, 1]) {
      const body = { conf: { code } };
      const run = (await server.request("POST", "/dags/turns/dagRuns", body)) as { dag_run_id: string };
      await server.endOf("turns", run.dag_run_id);
    }
    await server.request("POST", "/dags/asks/dagRuns", { dag_run_id: "month", logical_date: null });
    await server.onceStored(async () => {
      const found = await server.request("GET", "/dags/~/dagRuns/~/hitlDetails?response_received=false");
      return (found as { total_entries: number }).total_entries === 1 ? true : undefined;
    });
  }, 60_000);

  it("leads to the instance that failed, and says how much waits for it", async () => {
    const { page, troubles } = await visit(server, "/");
    const card = page.getByRole("listitem").filter({ hasText: "split · part" });
    await card.getByText("one task and one DAG wait for it").waitFor();
    const other = page.getByRole("listitem").filter({ hasText: "turns · one" });
    await other.getByText("first failure after 2 good runs").waitFor();
    await card.getByRole("button", { name: "Clear from here" }).click();
    await page.getByRole("dialog", { name: "Clear: part [1]" }).waitFor();
    await page.keyboard.press("Escape");
    await card.getByRole("link", { name: "split · part [1]" }).click();
    await page.waitForURL("**/tasks/part/mapped/1*");
    expect(troubles).toEqual([]);
  });

  it("leads to the line of a file that is broken, and opens the question that waits for somebody", async () => {
    const { page, troubles } = await visit(server, "/");
    await page.getByRole("link", { name: "import error · broken.ts:2" }).click();
    await page.getByRole("button", { name: "broken.ts:2", expanded: true }).waitFor();
    await page.goBack();
    const card = page.getByRole("listitem").filter({ hasText: "asks · ok" });
    await card.getByText("for admin").waitFor();
    await card.getByRole("link", { name: "Answer: Close the month?" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Approve" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("says what is late since when, and leads to the pools, with what runs and what is queued", async () => {
    const { page, troubles } = await visit(server, "/");
    const late = page.getByRole("region", { name: "Late" }).getByRole("listitem");
    await late
      .filter({ hasText: "by breakfast" })
      .getByText(/^due \d{2}-\d{2} \d{2}:\d{2}/)
      .waitFor();
    expect(await late.getByRole("link", { name: "asks · month" }).count()).toBe(1);
    const pools = page.getByRole("region", { name: "Pools" }).getByRole("listitem");
    await pools.getByText("0 running, 0 queued").waitFor();
    await pools.getByRole("link", { name: "default_pool" }).click();
    await page.waitForURL("**/pools/default_pool");
    expect(troubles).toEqual([]);
  });

  it("counts above a DAG's grid a deadline that is missed while the page is open", async () => {
    const { page, troubles } = await visit(server, "/dags/asks");
    const lately = page.getByRole("region", { name: "How it has fared lately" });
    await lately.getByRole("link", { name: "one deadline missed" }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    await server.trigger("asks");
    await lately.getByRole("link", { name: "2 deadlines missed" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("gives a new installation a first DAG that works where it says", async () => {
    const place = newPlace();
    rmSync(join(place.dags, "good.ts"));
    const empty = await new TestServer(place, { settings: SETTINGS }).loaded();
    const { page, troubles } = await visit(empty, "/");
    await page.getByText(`Save this as hello.ts in ${place.dags}`).waitFor();
    const guide = page.getByRole("link", { name: "Coming from Airflow: the guide" });
    expect(await guide.getAttribute("href")).toBe("/help/guides/coming-from-airflow");
    const text = (await page.locator("pre").first().textContent()) ?? "";
    writeFileSync(join(place.dags, "hello.ts"), text);
    const tasks = await empty.onceStored(() => empty.request("GET", "/dags/hello/tasks").catch(() => undefined));
    expect(tasks).toMatchObject({ total_entries: 2 });
    expect(troubles).toEqual([]);
  });
});
