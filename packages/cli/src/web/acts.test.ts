/** What changes something, done in a browser: nothing is done that was not shown before. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, held, serve, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, () => {
  const extract = bash("extract", { command: "echo extracted" });
  const load = bash("load", { command: "exit 3" });
  extract.before(load);
  load.before(bash("mart", { command: "echo mart" }));
});
`;

const ELEVEN = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const params = z.object({
  name: z.string().default("world"),
  lines: z.string().default("a").meta({ format: "multiline" }),
  count: z.int().min(1).max(9).default(3),
  ratio: z.number().default(0.5),
  verbose: z.boolean().default(true),
  day: z.iso.date().default("2026-01-01"),
  moment: z.iso.datetime().default("2026-01-01T03:00:00Z"),
  hour: z.iso.time().default("03:00:00"),
  size: z.enum(["s", "m", "l"]).default("s"),
  tags: z.array(z.enum(["red", "green"])).default(["red"]),
  shape: z.object({ a: z.number() }).default({ a: 1 }),
  must: z.string().min(2).meta({ title: "Must have" }),
});
export default dag({ id: "eleven", isPausedUponCreation: false, schedule: null, params }, () =>
  void bash("hello", { command: "echo {{ params.name }} {{ ds }}" }),
);
`;

const YEAR = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "year", schedule: "@daily", startDate: "2025-01-01", catchup: false, isPausedUponCreation: true },
  () => void bash("work", { command: "true" }),
);
`;

const ALONE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "alone", isPausedUponCreation: false, schedule: null }, () => {
  bash("only", { command: "exit 3" });
});
`;

const ASK = `import { dag } from "momiji";
import { approval } from "momiji/operators";
export default dag({ id: "ask", isPausedUponCreation: false, schedule: null }, () => {
  approval("ok", { subject: "Publish the report?" });
});
`;

let server: TestServer;

describe.runIf(hasBrowser)(`acts in the web interface${browserNote}`, { timeout: 180_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "n.ts": NIGHTLY, "e.ts": ELEVEN, "y.ts": YEAR, "q.ts": ASK, "a.ts": ALONE }, afterAll);
  }, 60_000);

  const confOf = async (dagId: string, runId: string) =>
    (await server.request("GET", `/dags/${dagId}/dagRuns/${encodeURIComponent(runId)}`)) as {
      readonly conf: { readonly [name: string]: unknown };
    };

  it("asks for the inputs of a run, complains about none before it is typed, and gives the run what was shown", async () => {
    const { page, troubles } = await visit(server, "/dags/eleven");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    const must = dialog.getByLabel("Must have");
    await must.waitFor();
    expect(await dialog.locator('[aria-invalid="true"]').count()).toBe(0);
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await dialog.getByText("This needs a value.").waitFor();
    expect(await must.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await must.fill("yes");
    await dialog.getByLabel("count").fill("7");
    await dialog.getByText("JSON", { exact: true }).first().click();
    const json = dialog.getByRole("textbox", { name: "Inputs as JSON" });
    // Until the editor has come, a plain field stands there.
    await dialog.locator('[contenteditable="true"]').getByText('"must"').waitFor();
    const shown: unknown = JSON.parse(await json.innerText());
    await dialog.getByText("Form", { exact: true }).click();
    expect(await dialog.getByLabel("count").inputValue()).toBe("7");
    await dialog.getByText("One task of version v1 will run.").waitFor();
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await page.waitForURL(/\/runs\/manual/);
    const runId = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    const { conf } = await confOf("eleven", runId);
    expect(conf).toEqual(shown);
    expect(conf).toEqual({
      name: "world",
      lines: "a",
      count: 7,
      ratio: 0.5,
      verbose: true,
      day: "2026-01-01",
      moment: "2026-01-01T03:00:00Z",
      hour: "03:00:00",
      size: "s",
      tags: ["red"],
      shape: { a: 1 },
      must: "yes",
    });
    expect(troubles).toEqual([]);
  });

  it("runs again with one input changed, and warns where a template needs the date that is left out", async () => {
    const conf = { name: "sato", must: "old" };
    const first = (await server.request("POST", "/dags/eleven/dagRuns", {
      logical_date: "2026-01-02T00:00:00Z",
      dag_run_id: "first",
      conf,
    })) as { readonly dag_run_id: string };
    await server.endOf("eleven", first.dag_run_id);
    const { page } = await visit(server, "/dags/eleven");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("tab", { name: "Run again with" }).click();
    await dialog.getByRole("combobox", { name: "Run to repeat" }).click();
    await page.getByRole("option", { name: /· first$/ }).click();
    await dialog.getByLabel("Must have").fill("new");
    await dialog.getByText("was old").waitFor();
    await dialog.getByRole("radio", { name: "none" }).check();
    await dialog.getByText("The field command of hello uses ds").waitFor();
    await dialog.getByRole("radio", { name: "now" }).check();
    await dialog.getByText("The field command of hello uses ds").waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await page.waitForURL(/\/runs\/manual/);
    const runId = decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
    expect((await confOf("eleven", runId)).conf).toEqual({
      ...(await confOf("eleven", first.dag_run_id)).conf,
      must: "new",
    });
  });

  it("clears of a failed run what failed, as its list says", async () => {
    const { runId } = await server.run("nightly");
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(runId)}`);
    await page.getByRole("button", { name: "Clear failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("will run now").waitFor();
    expect(await dialog.getByRole("radio", { name: "failed only" }).isChecked()).toBe(true);
    const listed = await dialog.getByRole("listitem").allInnerTexts();
    expect(new Set(listed.map((text) => /load|mart|extract/.exec(text)?.[0]))).toEqual(new Set(["load", "mart"]));
    await dialog.getByRole("button", { name: "Clear 2 task instances" }).click();
    await page.getByText("2 task instances were cleared.").waitFor();
    await server.onceStored(async () => {
      const path = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}/taskInstances`;
      const { task_instances: all } = (await server.request("GET", path)) as {
        readonly task_instances: readonly { readonly task_id: string; readonly try_number: number }[];
      };
      const tries = Object.fromEntries(all.map(({ task_id: id, try_number: number }) => [id, number]));
      expect(tries["extract"]).toBe(1);
      return tries["load"] === 2 ? true : undefined;
    });
    expect(troubles).toEqual([]);
  });

  it("says which tasks a mark starts, and they start", async () => {
    const { runId } = await server.run("nightly");
    const path = `/dags/nightly/runs/${encodeURIComponent(runId)}/tasks/load`;
    const { page } = await visit(server, path);
    await page.getByRole("button", { name: "Mark success..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("mart will start.").waitFor();
    await dialog.getByRole("button", { name: "Mark one task instance" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/mart will start, so this cannot be taken back/).waitFor();
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    expect(await server.endOf("nightly", encodeURIComponent(runId))).toBe("success");
    const mart = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}/taskInstances/mart`;
    expect(await server.request("GET", mart)).toMatchObject({ state: "success", try_number: 1 });
  });

  it("takes a mark back by which nothing has started", async () => {
    const { runId } = await server.run("alone");
    const run = encodeURIComponent(runId);
    const stateIs = async (wanted: string): Promise<void> =>
      void (await server.onceStored(async () => {
        const path = `/dags/alone/dagRuns/${run}/taskInstances/only`;
        const { state } = (await server.request("GET", path)) as { readonly state: string };
        return state === wanted ? true : undefined;
      }));
    const { page, troubles } = await visit(server, `/dags/alone/runs/${run}/tasks/only`);
    await page.getByRole("button", { name: "Mark success..." }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mark one task instance" }).click();
    const undo = page.getByRole("button", { name: "Undo" });
    await undo.waitFor();
    await stateIs("success");
    await undo.click();
    await page.getByText("The mark was taken back.").waitFor();
    await stateIs("failed");
    expect(troubles).toEqual([]);
  });

  it("fills a year as its counts say: new runs, one run again, one kept, and none of the day that was unticked", async () => {
    // Its DAG is off, so that runs stay where they are put.
    for (const [date, state] of [
      ["2025-02-01", "failed"],
      ["2025-02-02", "success"],
    ] as const) {
      const run = { dag_run_id: `by_hand_${date}`, logical_date: `${date}T00:00:00Z` };
      await server.request("POST", "/dags/year/dagRuns", run);
      await server.request("PATCH", `/dags/year/dagRuns/${run.dag_run_id}`, { state });
    }
    const { page, troubles } = await visit(server, "/dags/year/backfills");
    await page.getByRole("button", { name: "New backfill..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/First logical date/).fill("2025-01-01T00:00");
    await dialog.getByLabel(/Last logical date/).fill("2025-12-31T00:00");
    await dialog.getByText(/365 intervals: 363 new, .*2 kept/).waitFor();
    await dialog.getByRole("radio", { name: "run the failed ones again" }).check();
    await dialog.getByText(/365 intervals: 363 new, 1 .*, 1 kept/).waitFor();
    await dialog.getByRole("checkbox", { name: /2025-01-03/ }).uncheck();
    await dialog.getByText(/362 new, .*1 left out/).waitFor();
    await dialog.getByRole("button", { name: "Make 363 runs" }).click();
    await page.getByRole("heading", { name: /Backfill 1/ }).waitFor();
    await page.getByText("Dates that have a run: run the failed ones again").waitFor();
    const runs = async (query: string) =>
      (await server.request("GET", `/dags/year/dagRuns?${query}`)) as {
        readonly total_entries: number;
        readonly dag_runs: readonly { readonly state: string }[];
      };
    const on = (day: string) => runs(`logical_date_gte=${day}T00:00:00Z&logical_date_lte=${day}T00:00:00Z`);
    expect((await runs("limit=1")).total_entries).toBe(364);
    expect((await on("2025-01-03")).total_entries).toBe(0);
    expect((await on("2025-02-01")).dag_runs).toMatchObject([{ state: "queued" }]);
    expect((await on("2025-02-02")).dag_runs).toMatchObject([{ state: "success" }]);
    // Runs of another year say so.
    await page.goto(`${server.address}/dags/year/runs?run_id_pattern=by_hand_2025-02-01&cols=run&cols=logicalDate`);
    const moment = page.getByRole("row", { name: /by_hand/ }).getByText("2025-02-01 09:00 JST");
    await moment.waitFor();
    expect(await moment.evaluate((element) => element.scrollWidth <= (element.parentElement?.clientWidth ?? 0))).toBe(
      true,
    );
    expect(troubles).toEqual([]);
    await page.goto(`${server.address}/dags/nightly/backfills`);
    await page.getByRole("button", { name: "New backfill..." }).click();
    await page.getByText(/This DAG has no schedule/).waitFor();
  });

  it("lets one of two people answer a question, and tells the other who did", async () => {
    await server.request("POST", "/dags/ask/dagRuns", { logical_date: null });
    const [one, other] = await Promise.all([visit(server, "/required_actions"), visit(server, "/required_actions")]);
    for (const { page } of [one, other]) {
      await page.getByRole("button", { name: "Publish the report?" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Approve" }).waitFor();
      const looks = await page
        .getByRole("dialog")
        .getByRole("button", { name: /Approve|Reject/ })
        .evaluateAll((all) => all.map((one) => (one as unknown as { dataset: { variant?: string } }).dataset.variant));
      // None of them stands out.
      expect(looks).toEqual(["default", "default"]);
    }
    const sent = await held(other.page, (request) => request.method() === "PATCH");
    await other.page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await one.page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
    await one.page.getByText(/admin answered "Approve"/).waitFor();
    sent.release();
    await other.page.getByText(/admin has answered before you/).waitFor();
    const { hitl_details: answered } = (await server.request("GET", "/dags/ask/dagRuns/~/hitlDetails")) as {
      readonly hitl_details: readonly { readonly chosen_options: readonly string[] | null }[];
    };
    expect(answered.map(({ chosen_options: chosen }) => chosen)).toEqual([["Approve"]]);
  });

  it("asks the question of a task on the task's own page", async () => {
    const { dag_run_id: id } = (await server.request("POST", "/dags/ask/dagRuns", { logical_date: null })) as {
      readonly dag_run_id: string;
    };
    const { page, troubles } = await visit(server, `/dags/ask/runs/${encodeURIComponent(id)}/tasks/ok`);
    const question = page.getByRole("region", { name: "Question" });
    await question.getByRole("heading", { name: "Publish the report?" }).waitFor();
    await question.getByRole("button", { name: "Approve" }).click();
    expect(await server.endOf("ask", encodeURIComponent(id))).toBe("success");
    await page.goto(`${page.url()}/required_actions`);
    await page.getByText(/admin answered "Approve"/).waitFor();
    expect(troubles).toEqual([]);
  });
});
