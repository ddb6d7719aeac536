/** Why something does not run: the right reason first, as a sentence, with what it waits for and what would change it. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, visit } from "./browser.testing.ts";

/** What begins goes on until the end of the tests. */
const WAITING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
const on = { isPausedUponCreation: false, schedule: null };
const long = (id: string, options = {}) => bash(id, { command: "sleep 600", ...options });
export const off = dag({ id: "off", schedule: null, isPausedUponCreation: true }, () => void long("work"));
export const later = dag({ id: "later", ...on }, () => void long("work"));
export const oneRun = dag({ id: "one_run", ...on, maxActiveRuns: 1 }, () => void long("work"));
export const oneTask = dag({ id: "one_task", ...on, maxActiveTasks: 1 }, () => {
  long("first", { priorityWeight: 2 });
  long("second");
});
export const past = dag({ id: "past", ...on }, () => void bash("work", { command: "exit 3", dependsOnPast: true }));
export const upstream = dag({ id: "upstream", ...on }, () => void long("before").before(long("behind")));
export const again = dag({ id: "again", ...on }, () =>
  void bash("work", { command: "exit 3", retries: 1, retryDelay: { hours: 1 } }),
);
export const nobody = dag({ id: "nobody", ...on }, () => void long("work", { executor: "gpu" }));
export const pooled = dag({ id: "pooled", ...on }, () => void bash("heavy", { command: "echo heavy", pool: "tiny" }));
export const failing = dag({ id: "failing", ...on }, () => {
  const load = bash("load", { command: "exit 3" });
  const mart = bash("mart", { command: "true" });
  load.before(mart);
  mart.before(bash("report", { command: "true" }));
});
`;

interface Case {
  readonly what: string;
  /** Makes it so. @returns where it is asked */
  make(): Promise<string>;
  /** The sentence that stands first. */
  readonly says: string;
  /** What else the card must have. */
  also?(card: Locator): Promise<unknown>;
}

let server: TestServer;

const runOf = (dagId: string, runId: string): string => `/dags/${dagId}/runs/${encodeURIComponent(runId)}`;

async function trigger(dagId: string, body: object = {}): Promise<string> {
  const { dag_run_id: runId } = (await server.request("POST", `/dags/${dagId}/dagRuns`, body)) as {
    readonly dag_run_id: string;
  };
  return runId;
}

/** Resolves when a task of a run is in a state. */
async function reached(run: string, taskId: string, wanted: string): Promise<void> {
  await server.onceStored(async () => {
    const path = `${run.replace("/runs/", "/dagRuns/")}/taskInstances`;
    const { task_instances: all } = (await server.request("GET", path)) as {
      readonly task_instances: readonly { readonly task_id: string; readonly state: string | null }[];
    };
    return all.some(({ task_id: id, state }) => id === taskId && state === wanted) ? true : undefined;
  });
}

const CASES: readonly Case[] = [
  {
    what: "a paused DAG",
    make: async () => runOf("off", await trigger("off")),
    says: "The DAG is paused.",
    also: (card) =>
      card
        .getByRole("link", { name: /off/ })
        .or(card.getByRole("button", { name: /off/ }))
        .first()
        .waitFor(),
  },
  {
    what: "a run whose moment has not come",
    make: async () => runOf("later", await trigger("later", { run_after: "2099-01-01T00:00:00Z" })),
    says: "The run is not due yet (run_after).",
    also: (card) =>
      card
        .getByText(/2099-01-01 09:00:00 JST/)
        .first()
        .waitFor(),
  },
  {
    what: "max_active_runs",
    make: async () => {
      await reached(runOf("one_run", await trigger("one_run")), "work", "running");
      return runOf("one_run", await trigger("one_run"));
    },
    says: "The run waits: one run of the DAG may run at once (max_active_runs).",
  },
  {
    what: "max_active_tasks",
    make: async () => {
      const run = runOf("one_task", await trigger("one_task"));
      await reached(run, "first", "running");
      return `${run}/tasks/second`;
    },
    says: "One task of the run is active, which is its limit (max_active_tasks 1).",
    also: async (card) => {
      await card.getByText(/first/).first().waitFor();
      await card.getByText("5 checks passed").click();
      await card.getByText(/^✓ Room in pool default_pool: \d+ of 128 free, it needs 1\.$/).waitFor();
    },
  },
  {
    what: "depends_on_past",
    make: async () => {
      const first = await trigger("past", { logical_date: "2026-01-01T00:00:00Z" });
      expect(await server.endOf("past", encodeURIComponent(first))).toBe("failed");
      const run = runOf("past", await trigger("past", { logical_date: "2026-01-02T00:00:00Z" }));
      return `${run}/tasks/work`;
    },
    says: "The same task has not succeeded or been skipped in the run before (depends_on_past).",
  },
  {
    what: "a trigger rule that is not met yet",
    make: async () => {
      const run = runOf("upstream", await trigger("upstream"));
      await reached(run, "before", "running");
      return `${run}/tasks/behind`;
    },
    says: "Its trigger rule needs every upstream task to succeed; of 1 upstream: 1 not ended.",
    also: (card) => card.getByRole("link", { name: "before", exact: true }).first().waitFor(),
  },
  {
    what: "the delay of a retry, counted down",
    make: async () => {
      const run = runOf("again", await trigger("again"));
      await reached(run, "work", "up_for_retry");
      return `${run}/tasks/work`;
    },
    says: "It failed and waits for its next try.",
    also: async (card) => {
      const timer = card.getByRole("timer");
      await timer.getByText(/1 h 00 m|5\d m/).waitFor();
      const before = await timer.innerText();
      await expect.poll(() => timer.innerText(), { timeout: 10_000 }).not.toBe(before);
    },
  },
  {
    what: "nobody who would run it",
    make: async () => {
      const run = runOf("nobody", await trigger("nobody"));
      await reached(run, "work", "scheduled");
      return `${run}/tasks/work`;
    },
    says: "There is no executor gpu.",
  },
];

describe.runIf(hasBrowser)(`why something does not run${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "waiting.ts": WAITING }, afterAll);
    await server.request("POST", "/pools", { name: "tiny", slots: 0 });
  }, 60_000);

  it("says for each thing that holds up a run or a task first what it is, and beside it what it waits for", async () => {
    const { page, troubles } = await visit(server, "/");
    const card = page.getByRole("region", { name: "Why it does not run" });
    page.setDefaultTimeout(10_000);
    const wrong: string[] = [];
    for (const { what, make, says, also } of CASES) {
      await follow(page, await make());
      await card
        .getByRole("heading", { level: 3 })
        .first()
        .and(page.getByText(says, { exact: true }))
        .waitFor()
        .catch(() => wrong.push(what));
      await also?.(card).catch(() => wrong.push(`beside ${what}`));
    }
    expect(wrong).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("names pool and slots of a task that waits for them; raised in another tab they let it begin, and the page follows by itself", async () => {
    const runId = await trigger("pooled");
    const { page, context, troubles } = await visit(server, `${runOf("pooled", runId)}/tasks/heavy`);
    const why = page.getByRole("region", { name: "Why it does not run" });
    await why.getByRole("heading", { name: /tiny has 0 of 0 slots free; it needs 1/ }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    await page.evaluate("window.isTheSame = true");
    const other = await context.newPage();
    const pools = await why.getByRole("link", { name: "Raise the slots of pool tiny" }).getAttribute("href");
    await other.goto(new URL(pools ?? "", server.address).href);
    const row = other.getByRole("listitem").filter({ hasText: "tiny" });
    await row.getByRole("button", { name: "Edit" }).click();
    await other.getByRole("dialog").getByLabel("Slots", { exact: true }).fill("1");
    await other.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("log").getByText("heavy", { exact: true }).waitFor();
    await why.waitFor({ state: "detached" });
    expect(await page.evaluate("window.isTheSame")).toBe(true);
    expect(troubles).toEqual([]);
  });

  it("names the cause of a task two levels below it, and leads there, also of one right below it, each time once", async () => {
    const { runId } = await server.run("failing");
    const { page, troubles } = await visit(server, `${runOf("failing", runId)}/tasks/report`);
    const why = page.getByRole("region", { name: "Why it does not run" });
    await why.getByText("load: failed in try 1 of 1.").waitFor();
    const head = page.getByRole("article").locator("header").first();
    expect(await head.innerText(), "what never began tells no start").not.toMatch(/started|0 ms/);
    expect(await why.getByText("Because of:").locator("..").getByRole("link").allInnerTexts()).toEqual(["mart"]);
    await why.getByRole("link", { name: "mart", exact: true }).click();
    await why.getByText("Because of:").waitFor({ state: "detached" });
    await why.getByRole("link", { name: "load", exact: true }).click();
    await page.getByRole("heading", { name: "Ended with exit code 3" }).waitFor();
    expect(troubles).toEqual([]);
  });
});
