/** Everything that people do in the interface, by the keyboard alone: nothing here is clicked, filled or focused otherwise. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, tabTo, visit } from "./browser.testing.ts";

const DAGS = `import { dag } from "momiji";
import { approval, bash } from "momiji/operators";
import { z } from "zod";
const on = { isPausedUponCreation: false, schedule: null };
const params = z.object({ who: z.string().default("world") });
export const etl = dag({ id: "etl", tags: ["gold"], ...on, params }, () => {
  const load = bash("load", { command: "for i in 1 2 3; do echo line $i; done; exit 3" });
  load.before(bash("mart", { command: "true" }));
});
export const daily = dag({ id: "daily", schedule: "@daily", startDate: "2026-01-01", isPausedUponCreation: true }, () => {
  bash("work", { command: "true" });
});
export const asks = dag({ id: "asks", ...on }, () => void approval("ok", { subject: "Publish the report?" }));
`;

/** Comes to something by Tab, and presses it once it does something. */
async function press(wanted: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await wanted.and(wanted.page().locator(":enabled:not([aria-disabled=true])")).waitFor();
  await tabTo(wanted);
  await wanted.page().keyboard.press(key);
}

/** Comes to a field by Tab, and types over what is in it. */
async function type(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  const { keyboard } = field.page();
  await keyboard.press("Control+A");
  await keyboard.type(text);
}

/** From row to row of a list. */
async function walkTo(row: Locator): Promise<void> {
  await row.waitFor();
  const page = row.page();
  const last = Number(await row.getAttribute("data-index"));
  for (let index = 0; index <= last; index++) {
    await page.keyboard.press("j");
    await page.locator(`[role="row"][data-index="${index}"]:focus`).waitFor();
  }
}

const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole("button", { name, exact: typeof name === "string" }).first();

interface Setting {
  readonly path: string;
  readonly add: string;
  readonly row: "row" | "listitem";
  readonly name: string;
  readonly fields: readonly (readonly [label: string, text: string])[];
  /** What is changed of it afterwards. */
  readonly change: readonly [label: string, text: string];
}

const SETTINGS: readonly Setting[] = [
  {
    path: "/pools",
    name: "tiny",
    add: "Add pool",
    row: "listitem",
    fields: [
      ["Name", "tiny"],
      ["Slots", "2"],
    ],
    change: ["Slots", "3"],
  },
  {
    path: "/variables",
    name: "city",
    add: "Add variable",
    row: "row",
    fields: [
      ["Key", "city"],
      ["Value", "Nara"],
    ],
    change: ["Description", "where"],
  },
  {
    path: "/connections",
    name: "partner",
    add: "Add connection",
    row: "row",
    fields: [
      ["Paste a URI", "http://etl@127.0.0.1:9"],
      ["Connection id", "partner"],
    ],
    change: ["Description", "theirs"],
  },
  {
    path: "/security/users",
    name: "sato",
    add: "Add user",
    row: "row",
    fields: [["User name", "sato"]],
    change: ["Last name", "Sato"],
  },
];

let server: TestServer;
let runId: string;

describe.runIf(hasBrowser)(`the keyboard alone${browserNote}`, { timeout: 60_000 }, () => {
  const run = () => `/dags/etl/runs/${encodeURIComponent(runId)}`;

  beforeAll(async () => {
    server = await serve({ "dags.ts": DAGS }, afterAll);
    ({ runId } = await server.run("etl"));
    await server.request("POST", "/dags/asks/dagRuns", { dag_run_id: "one", logical_date: null });
  }, 60_000);

  it("triggers, clears, marks, pauses and fills back", async () => {
    const { page, troubles } = await visit(server, "/dags/etl");
    const dialog = page.getByRole("dialog");
    await page.getByRole("treegrid").waitFor();
    await page.keyboard.press("t");
    await type(dialog.getByLabel("who"), "Sato");
    await press(button(dialog, "Trigger"));
    await page.waitForURL(/\/runs\/manual/);
    await follow(page, run());
    for (const [key, name, said] of [
      ["c", /^Clear \d/, /were cleared|was cleared/],
      ["m", /^Mark /, /marked|taken back/],
    ] as const) {
      await button(page, "Run again with...").or(button(page, "Note...")).first().waitFor();
      await server.endOf("etl", encodeURIComponent(runId));
      await page.keyboard.press(key);
      await press(button(dialog, name));
      await dialog.waitFor({ state: "detached" });
      await page.getByText(said).first().waitFor();
    }
    await follow(page, "/dags/etl");
    await page.getByRole("switch", { name: "Scheduled: etl" }).waitFor();
    await page.keyboard.press("p");
    await press(button(dialog, "Pause"));
    await dialog.waitFor({ state: "detached" });
    await server.onceStored(async () => {
      const { is_paused: isPaused } = (await server.request("GET", "/dags/etl")) as { readonly is_paused: boolean };
      return isPaused ? true : undefined;
    });
    await follow(page, "/dags/daily/backfills");
    await press(button(page, "New backfill..."));
    for (const label of [/First logical date/, /Last logical date/]) {
      await tabTo(dialog.getByLabel(label));
      // Its parts are fields of their own.
      await page.keyboard.type("01022026");
      await page.keyboard.press("Tab");
      await page.keyboard.type("1200AM");
    }
    await press(button(dialog, "Make one run"));
    await page.getByRole("heading", { name: /Backfill 1/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("adds, changes and removes pools, variables, connections and users, and answers a question", async () => {
    const { page, troubles } = await visit(server, "/pools");
    const dialog = page.getByRole("dialog");
    const closed = () => dialog.waitFor({ state: "detached" });
    for (const { path, name, add, row, fields, change } of SETTINGS) {
      await follow(page, path);
      await press(button(page, add));
      for (const [label, text] of fields) await type(dialog.getByLabel(label, { exact: true }), text);
      await press(button(dialog, "Add"));
      await closed();
      const own = page.getByRole(row).filter({ hasText: name });
      await press(button(own, "Edit"));
      await type(dialog.getByLabel(change[0], { exact: true }), change[1]);
      await press(button(dialog, "Save"));
      await closed();
      // The keyboard is where it was before.
      await button(own, "Edit").and(page.locator(":focus")).waitFor();
      await press(button(own, "Delete"));
      await press(button(dialog, "Delete"));
      await own.waitFor({ state: "detached" });
    }
    await follow(page, "/required_actions");
    await press(button(page, "Publish the report?"));
    await press(button(dialog, "Approve"));
    expect(await server.endOf("asks", "one")).toBe("success");
    expect(troubles).toEqual([]);
  });

  it("acts on the row of a list where it is, and comes back to that row", async () => {
    const { page, troubles } = await visit(server, "/dags");
    const dialog = page.getByRole("dialog");
    for (const [path, list, name, item, title] of [
      ["/dags", "DAGs", /etl/, "Trigger...", /etl/],
      ["/runs?all=true", "Runs", /etl/, "Note...", /^Note on/],
      ["/task_instances?all=true", "Task instances", /\bload\b/, "Clear...", /^Clear/],
    ] as const) {
      await follow(page, path);
      const row = page.getByRole("table", { name: list, exact: true }).getByRole("row", { name }).first();
      await walkTo(row);
      await page.keyboard.press(".");
      await page.getByRole("menuitem", { name: item, exact: true }).waitFor();
      const wanted = page.getByRole("menuitem", { name: item, exact: true }).and(page.locator(":focus"));
      for (let step = 0; step < 12 && !(await wanted.isVisible()); step++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: title }).waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await row.and(page.locator(":focus")).waitFor();
    }
    expect(troubles).toEqual([]);
  });

  it("narrows a list, chooses its columns, finds in a log and looks around one task of a graph", async () => {
    const { page, troubles } = await visit(server, "/dags");
    await page.getByText("4 DAGs", { exact: true }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("et");
    await page.getByText("one DAG", { exact: true }).waitFor();
    await press(button(page, "Tags"));
    await press(page.getByRole("checkbox", { name: "gold" }), "Space");
    await page.waitForURL(/tags=gold/);
    await page.keyboard.press("Escape");
    await press(button(page, "Columns"));
    await press(page.getByRole("checkbox", { name: "Success" }), "Space");
    await page.getByRole("columnheader", { name: "Success" }).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await follow(page, `${run()}/tasks/load`);
    await type(page.getByRole("searchbox", { name: "Find in log" }), "line");
    await page.keyboard.press("Enter");
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(/^2 of \d+$/).waitFor();
    await follow(page, "/dags/etl?view=graph");
    await page.getByText("2 shown").waitFor();
    await type(page.getByRole("combobox", { name: "Find a task" }), "mart");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await press(button(page, "Focus on mart"));
    await page.waitForURL(/root=mart/);
    await press(button(page, "Take focus off"));
    await page.waitForURL((url) => !url.search.includes("root="));
    expect(troubles).toEqual([]);
  });
});
