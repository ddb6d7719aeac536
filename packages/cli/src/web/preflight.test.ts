/** What a job outside lacks, asked from the page that shows its failure, until nothing is missing. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, tabTo, visit } from "./browser.testing.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-preflight-"));
const engine = join(folder, "engine");

const FARM = `import { existsSync } from "node:fs";
import { dag, defineJobOperator, JobFailure } from "momiji";
import { bash } from "momiji/operators";

const onFarm = defineJobOperator({
  name: "onFarm",
  async launch(ctx, { engine }: { engine: string }) {
    if (!existsSync(engine)) throw new JobFailure("the farm is closed", { code: "farm_closed", nothingStarted: true });
    return { engine };
  },
  async follow() {
    return { outcome: { kind: "success" } };
  },
  async cancel() {},
  async release() {},
  async *preflight(ctx, { engine }) {
    const title = "the farm has its folder";
    if (existsSync(engine)) yield { code: "farm.folder", title, verdict: "ok" as const };
    else yield { code: "farm.folder", title, verdict: "failed" as const, detail: "ENOENT", remedy: "create it" };
  },
});

export const farm = dag({ id: "farm", isPausedUponCreation: false, schedule: null }, () => void onFarm("plough", { engine: ENGINE }));
export const plain = dag({ id: "plain", isPausedUponCreation: false, schedule: null }, () => void bash("work", { command: "exit 3" }));
`;

let server: TestServer;

describe.runIf(hasBrowser)(`what jobs outside need${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "farm.ts": FARM.replace("ENGINE", JSON.stringify(engine)) }, afterAll);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const taskPath = async (dagId: string, taskId: string): Promise<string> =>
    `/dags/${dagId}/runs/${encodeURIComponent((await server.run(dagId)).runId)}/tasks/${taskId}`;

  it("is told where a job has failed, with what to do, and told again once that is done", async () => {
    const { page, troubles } = await visit(server, await taskPath("farm", "plough"));
    await page.getByRole("button", { name: "Check what it needs..." }).click();
    const dialog = page.getByRole("dialog", { name: "What the jobs of plough need" });
    await dialog.getByText("Something is missing: jobs would fail.").waitFor();
    const task = dialog.getByRole("region", { name: "plough" });
    await task.getByText("missing: the farm has its folder").waitFor();
    await task.getByText("ENOENT").waitFor();
    await task.getByText("What to do: create it").waitFor();
    mkdirSync(engine);
    await dialog.getByRole("button", { name: "Check again" }).click();
    await dialog.getByText("Nothing is missing.").waitFor();
    expect(await task.getByText("What to do").count()).toBe(0);
    const { event_logs: asked } = (await server.request("GET", "/eventLogs?event=preflight")) as {
      readonly event_logs: readonly { readonly dag_id: string; readonly task_id: string }[];
    };
    expect(asked).toEqual([1, 2].map(() => expect.objectContaining({ dag_id: "farm", task_id: "plough" }) as object));
    expect(troubles).toEqual([]);
  });

  it("is asked for a whole DAG from its menu, by the keyboard alone, and needs nothing without jobs outside", async () => {
    const { page, troubles } = await visit(server, "/dags/plain");
    const menu = page.getByRole("button", { name: "More for plain" });
    await tabTo(menu);
    await page.keyboard.press("Enter");
    const item = page.getByRole("menuitem", { name: "Check what its jobs need..." });
    await item.waitFor();
    for (let step = 0; step < 10 && !(await item.and(page.locator(":focus")).isVisible()); step++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "What the jobs of plain need" });
    await dialog.getByText("No task here is a job outside, so nothing had to be looked at.").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await menu.and(page.locator(":focus")).waitFor();
    expect(troubles).toEqual([]);
  });

  it("is not offered for the failure of a command", async () => {
    const { page } = await visit(server, "/dags/plain");
    await follow(page, await taskPath("plain", "work"));
    await page.getByRole("button", { name: "Copy for chat" }).waitFor();
    expect(await page.getByRole("button", { name: "Check what it needs..." }).count()).toBe(0);
  });
});
