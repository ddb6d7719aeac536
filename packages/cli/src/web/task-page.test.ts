/** What the page of a task asks for, and when it asks again, in a browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

/** Fails twice. */
const FAILING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "failing", isPausedUponCreation: false, schedule: null }, () => {
  bash("load", { command: "echo starting; exit 3", retries: 1, retryDelay: { seconds: 0 } });
});
`;

/** Runs until a file is there. */
const WAITING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "waiting", isPausedUponCreation: false, schedule: null }, () => {
  bash("wait", { command: "until [ -e {{ dag_run.conf.stop }} ]; do sleep 0.05; done; echo the end" });
});
`;

/** Skips itself. */
const SKIPPING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "skipping", isPausedUponCreation: false, schedule: null }, () => {
  bash("look", { command: "exit 99" });
});
`;

/** Returns something, and pushes more. */
const RETURNING = `import { dag } from "momiji";
export default dag({ id: "returning", isPausedUponCreation: false, schedule: null }, ({ task }) => {
  task("count", () => ({ rows: 12, table: "orders" }));
});
`;

/** The asset and the DAG beside a task in the middle of five. */
const CHAINED = `import { asset, dag } from "momiji";
import { bash, empty, triggerDagRun } from "momiji/operators";
const orders = asset({ name: "orders", uri: "s3://shop/orders.csv" });
export default dag({ id: "chained", isPausedUponCreation: false, schedule: null }, () => {
  const [a, b] = [bash("a", { command: "true" }), bash("b", { command: "true" })];
  const middle = bash("middle", { command: "exit 3", outlets: [orders] });
  const d = triggerDagRun("d", { dagId: "returning", triggerRule: "none_failed" });
  a.before(b);
  b.before(middle);
  middle.before(d);
  d.before(empty("far"));
});
`;

let server: TestServer;

describe.runIf(hasBrowser)(`the page of a task${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve(
      {
        "failing.ts": FAILING,
        "waiting.ts": WAITING,
        "skipping.ts": SKIPPING,
        "returning.ts": RETURNING,
        "chained.ts": CHAINED,
      },
      afterAll,
    );
  }, 60_000);

  it("opens from its cell by two requests, also if it failed more than once", async () => {
    await server.run("failing");
    const { page, requests, troubles } = await visit(server, "/dags/failing");
    const cell = page.getByRole("gridcell", { name: /^load, failed/ });
    await cell.waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    requests();
    await cell.click();
    await page.getByRole("heading", { name: "Ended with exit code 3" }).waitFor();
    await page.getByRole("log").getByText("starting", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Try 1/ }).waitFor();
    expect(requests()).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it("shows whoever comes back what has changed while nobody looked", async () => {
    const stop = join(server.place.folder, "stop");
    const { dag_run_id: runId } = (await server.request("POST", "/dags/waiting/dagRuns", { conf: { stop } })) as {
      dag_run_id: string;
    };
    const { page, troubles } = await visit(server, `/dags/waiting/runs/${encodeURIComponent(runId)}/tasks/wait`);
    const state = page.getByRole("heading", { level: 2, name: /wait/ });
    await state.getByText("running").waitFor();
    await page.getByRole("link", { name: "DAGs", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "DAGs" }).waitFor();
    writeFileSync(stop, "");
    expect(await server.endOf("waiting", runId)).toBe("success");
    await page.goBack();
    await state.getByText("success").waitFor();
    await page.getByRole("gridcell", { name: /^wait, success/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows what the task returned beside its log, below it where there is no room", async () => {
    const { runId } = await server.run("returning");
    const { page, troubles } = await visit(server, `/dags/returning/runs/${encodeURIComponent(runId)}/tasks/count`);
    const outputs = page.getByRole("region", { name: "What it returned" });
    await outputs.getByText('{"rows":12,"table":"orders"}').waitFor();
    const log = page.getByRole("region", { name: "Log", exact: true });
    const places = async () => Promise.all([log.boundingBox(), outputs.boundingBox()]);
    await page.setViewportSize({ width: 1900, height: 900 });
    await expect
      .poll(async () => (await places()).map((box) => Math.round(box?.y ?? -1)))
      .toSatisfy(([a, b]) => a === b);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect
      .poll(async () => (await places()).map((box) => Math.round(box?.x ?? -1)))
      .toSatisfy(([a, b]) => a === b);
    await outputs.getByRole("link", { name: "See the XCom" }).click();
    await page.waitForURL(/\/xcom$/);
    expect(troubles).toEqual([]);
  });

  it("says of each try why it ended, also of one that was skipped", async () => {
    const { runId } = await server.run("failing");
    const { runId: skipped } = await server.run("skipping");
    const { page, troubles } = await visit(
      server,
      `/dags/failing/runs/${encodeURIComponent(runId)}/tasks/load/attempts`,
    );
    const tries = page.getByRole("table", { name: "Attempts" });
    await tries.getByRole("row", { name: /^2.*Ended with exit code 3/ }).waitFor();
    await tries.getByRole("row", { name: /^1.*Ended with exit code 3/ }).waitFor();
    expect(await tries.getByRole("columnheader", { name: "Job outside" }).count()).toBe(0);
    await page.goto(`${server.address}/dags/skipping/runs/${encodeURIComponent(skipped)}/tasks/look/attempts`);
    await tries.getByRole("row", { name: /It was skipped/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("draws what stands around a task, two levels each way, with other DAGs and assets", async () => {
    const { runId } = await server.run("chained");
    const { page, troubles } = await visit(
      server,
      `/dags/chained/runs/${encodeURIComponent(runId)}/tasks/middle/dependencies?view=graph`,
    );
    const graph = page.locator("#task-graph");
    const nodes = [
      "a, success",
      "b, success",
      "middle, failed",
      "d, upstream failed",
      "far, upstream failed",
      "orders, asset",
    ];
    for (const name of [...nodes, "returning, DAG"])
      await graph.getByRole("button", { name: new RegExp(`^${name}`) }).waitFor();
    const listed = page.getByRole("region", { name: "After those" });
    await listed.getByRole("link", { name: "returning", exact: true }).waitFor();
    await page
      .getByRole("region", { name: "Right after" })
      .getByRole("link", { name: "orders", exact: true })
      .waitFor();
    // The graph of the DAG stands beside it: each has its own keyboard.
    await page.locator("#dag-graph").waitFor();
    await graph.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => graph.getAttribute("aria-activedescendant")).toBe("task-graph-b");
    await page.keyboard.press("Enter");
    await page.waitForURL(/tasks\/b(\?|$)/);
    expect(troubles).toEqual([]);
  });

  it("tells among the steps of the engine who did what, in words and with more of them", async () => {
    const { runId } = await server.run("failing");
    const run = encodeURIComponent(runId);
    const load = `/dags/failing/dagRuns/${run}/taskInstances/load`;
    for (let count = 0; count < 60; count++) await server.request("PATCH", load, { note: `note ${count}` });
    const { page, troubles } = await visit(server, `/dags/failing/runs/${run}/tasks/load/events`);
    const story = page.getByRole("list", { name: "Audit log" });
    await story.getByRole("listitem").nth(49).waitFor();
    // What came before the oldest of those is not told yet.
    expect(await story.getByText("started try 1").count()).toBe(0);
    await story.getByRole("button", { name: "Details" }).first().click();
    await story.getByText("note 59").waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await story.getByText("started try 1").waitFor();
    await page.goto(`${server.address}/dags/failing/runs/${run}/events`);
    await page.getByRole("button", { name: "Show more" }).click();
    await story.getByText("started the run").waitFor();
    expect(troubles).toEqual([]);
  });
});
