/** What a browser loads when somebody follows a link to a page, and in which order. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, ({ task }) => {
  bash("load", { command: "exit 3" });
  task.map("file", { over: { n: [1, 2] } }, ({ n }) => n);
});
`;

/** Names of the scripts that the page has asked for. */
const LOADED = `performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js")).map((name) => name.split("/").at(-1))`;

let server: TestServer;
let run: string;

describe.runIf(hasBrowser)(`arriving${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": NIGHTLY }, afterAll);
    const { runId } = await server.run("nightly");
    run = `/dags/nightly/runs/${encodeURIComponent(runId)}`;
  }, 60_000);

  it.each([
    ["the list of DAGs", () => "/dags"],
    ["a DAG", () => "/dags/nightly"],
    ["a run", () => run],
    ["a task that failed", () => `${run}/tasks/load`],
    ["a task by a tab of its", () => `${run}/tasks/load/log?line=1`],
    ["mapped instances", () => `${run}/tasks/file/mapped`],
    ["all runs", () => "/runs"],
    ["what waits for people", () => "/required_actions"],
  ])("at %s, the HTML names all scripts that the page is drawn by", async (_name, path) => {
    const { page, troubles } = await visit(server, path());
    const loaded = await page.evaluate<string[]>(LOADED);
    const answer = await page
      .context()
      .request.get(new URL(path(), server.address).href, { headers: { accept: "text/html" } });
    const named = [...(await answer.text()).matchAll(/static\/([\w.-]+\.js)"/g)].map(([, file]) => file ?? "");
    expect(new Set(loaded)).toEqual(new Set(named));
    expect(troubles).toEqual([]);
  });

  it("begins to listen before the scripts of the page are there", async () => {
    const { page, troubles } = await visit(server, "/dags/nightly");
    await page.addInitScript(
      "window.SharedWorker = class extends SharedWorker { constructor(...of) { super(...of); window.isListening = true; } }",
    );
    const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
    await page.route("**/static/first-*.js", async (route) => {
      await isReleased;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await expect.poll(() => page.evaluate("window.isListening"), { timeout: 20_000 }).toBe(true);
    expect(await page.getByRole("main").count()).toBe(0);
    release();
    await page.getByRole("main").waitFor();
    expect(troubles).toEqual([]);
  });
});
