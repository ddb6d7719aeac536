/** What dialogs of acts begin with, and what they say before anything is sent, in a browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, held, serve, visit } from "./browser.testing.ts";

const nightly = (command: string): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, () => {
  bash("load", { command: "${command}" });
});
`;

const INPUTS = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const params = z.object({
  count: z.int().min(1).max(9).default(3),
  key: z.string().default("hidden").meta({ format: "password" }),
  must: z.string().min(2).meta({ title: "Must have" }),
});
export default dag({ id: "inputs", isPausedUponCreation: false, schedule: null, params }, () =>
  void bash("hello", { command: "echo {{ params.count }}" }),
);
`;

const NESTED = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const host = z.object({ name: z.string().min(2), port: z.int().default(22) });
const params = z.object({
  main: host.default({ name: "db", port: 5432 }),
  others: z.array(host).default([]),
  limit: z.union([z.enum(["none", "usual"]), z.int()]).default("usual"),
});
export default dag({ id: "nested", isPausedUponCreation: false, schedule: null, params }, () =>
  void bash("hello", { command: "echo {{ params.main.name }}" }),
);
`;

let server: TestServer;

describe.runIf(hasBrowser)(`dialogs of the web interface${browserNote}`, { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": nightly("exit 3"), "inputs.ts": INPUTS, "nested.ts": NESTED }, afterAll);
  }, 60_000);

  it("begin a note with the one that is there, and save nothing before it is known", async () => {
    const { runId } = await server.run("nightly");
    const run = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}`;
    const load = `${run}/taskInstances/load`;
    await server.request("PATCH", load, { note: "ask Sato" });
    await server.request("PATCH", run, { note: "of the run" });
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(runId)}/tasks/load`);
    const button = page.getByRole("button", { name: "Note..." });
    await button.waitFor();
    const reading = await held(page, (request) => request.url().includes("/taskInstances?task_id=load"));
    await button.click();
    const dialog = page.getByRole("dialog");
    const note = dialog.getByRole("textbox", { name: "Note" });
    await note.waitFor();
    expect(await dialog.getByRole("button", { name: "Save note" }).isDisabled()).toBe(true);
    reading.release();
    await expect.poll(() => note.inputValue()).toBe("ask Sato");
    await note.fill("ask Sato, then Suzuki");
    await dialog.getByRole("button", { name: "Save note" }).click();
    await page.getByText("The note was saved.").waitFor();
    expect(await server.request("GET", load)).toMatchObject({ note: "ask Sato, then Suzuki" });
    await page.goto(`${server.address}/dags/nightly/runs/${encodeURIComponent(runId)}`);
    await button.click();
    await expect.poll(() => note.inputValue()).toBe("of the run");
    expect(troubles).toEqual([]);
  });

  it("say of several that their notes are replaced", async () => {
    await server.run("nightly");
    await server.run("nightly");
    const { page } = await visit(server, "/dags/nightly/runs");
    await page.getByRole("checkbox", { name: /all/i }).first().check();
    await page.getByRole("button", { name: "Note..." }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Notes that are there already are replaced").waitFor();
    expect(await dialog.getByRole("textbox", { name: "Note" }).inputValue()).toBe("");
  });

  it("say below the JSON of inputs what is wrong with which, and cover secrets there", async () => {
    const { page, troubles } = await visit(server, "/dags/inputs");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("JSON", { exact: true }).first().click();
    const json = dialog.getByRole("textbox", { name: "Inputs as JSON" });
    await dialog.locator('[contenteditable="true"]').getByText('"count"').waitFor();
    expect(await json.innerText()).not.toContain("hidden");
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await dialog.getByRole("alert").getByText("must: This needs a value.").waitFor();
    expect(await json.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await json.getAttribute("aria-invalid")).toBe("true");
    await json.fill('{"count": 10, "must": "yes"}');
    await dialog.getByRole("alert").getByText("count: At most 9.").waitFor();
    await json.fill('{"must": "yes"}');
    await dialog.getByText("One task of version v1 will run.").waitFor();
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await page.waitForURL(/\/runs\/manual/);
    const runId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const { conf } = (await server.request("GET", `/dags/inputs/dagRuns/${runId}`)) as { readonly conf: object };
    expect(conf).toEqual({ count: 3, key: "hidden", must: "yes" });
    expect(troubles).toEqual([]);
  });

  it("repeat a run without showing the secret that it was given", async () => {
    const conf = { key: "the old secret", must: "yes" };
    const run = { dag_run_id: "first", logical_date: null, conf };
    await server.request("POST", "/dags/inputs/dagRuns", run);
    const { page } = await visit(server, "/dags/inputs");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("tab", { name: "Run again with" }).click();
    await dialog.getByRole("combobox", { name: "Run to repeat" }).click();
    await page.getByRole("option", { name: /· first$/ }).click();
    await dialog.getByLabel("key", { exact: true }).fill("new");
    await dialog.getByText("was another").waitFor();
    expect(await dialog.innerText()).not.toContain("the old secret");
  });

  it("offer what runs were given lately, by the reader or by anyone, without secrets", async () => {
    const conf = { count: 7, key: "the older secret", must: "recent" };
    await server.request("POST", "/dags/inputs/dagRuns", { dag_run_id: "recent", logical_date: null, conf });
    const { page, troubles } = await visit(server, "/dags/inputs");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Recent inputs").click();
    await dialog.getByText("by anyone").click();
    await dialog.getByRole("button", { name: "count: 7, key: •••, must: recent" }).click();
    await expect.poll(() => dialog.getByRole("textbox", { name: "Must have" }).inputValue()).toBe("recent");
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await page.waitForURL(/\/runs\/manual/);
    const runId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(await server.request("GET", `/dags/inputs/dagRuns/${runId}`)).toMatchObject({ conf });
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    await dialog.getByText("Recent inputs").click();
    // What was just sent is the reader's own.
    await dialog.getByRole("button", { name: /must: recent/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("have fields for what is in objects, rows for lists of them, and a choice between kinds of values", async () => {
    const { page, troubles } = await visit(server, "/dags/nested");
    await page.getByRole("button", { name: "Trigger..." }).first().click();
    const dialog = page.getByRole("dialog");
    const main = dialog.getByRole("group", { name: "main" });
    await main.getByLabel("port").fill("x");
    await page.keyboard.press("Tab");
    await main.getByText("This is not a number.").waitFor();
    const others = dialog.getByRole("group", { name: "others" });
    await others.getByRole("button", { name: "Add a row" }).click();
    await others.getByRole("button", { name: "Add a row" }).click();
    await others.getByRole("button", { name: "Remove row 1" }).click();
    await others.getByRole("group", { name: "Row 1" }).getByLabel("name").fill("spare");
    await dialog.getByRole("combobox", { name: "limit: what it is" }).click();
    await page.getByRole("option", { name: "Whole number" }).click();
    await dialog.getByRole("group", { name: "limit" }).getByRole("textbox", { name: "Whole number" }).fill("12");
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    const port = main.getByLabel("port");
    await expect.poll(() => port.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await port.fill("5433");
    await dialog.getByRole("button", { name: "Trigger", exact: true }).click();
    await page.waitForURL(/\/runs\/manual/);
    const runId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const { conf } = (await server.request("GET", `/dags/nested/dagRuns/${runId}`)) as { readonly conf: object };
    expect(conf).toEqual({ main: { name: "db", port: 5433 }, others: [{ name: "spare", port: 22 }], limit: 12 });
    expect(troubles).toEqual([]);
  });

  it("name the version of the run and the latest where something is cleared", async () => {
    const { runId } = await server.run("nightly");
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(runId)}`);
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Clear failed" }).click();
    await dialog.getByRole("radio", { name: "failed only" }).waitFor();
    await expect.poll(() => dialog.getByRole("radiogroup", { name: "Version" }).count()).toBe(0);
    writeFileSync(join(server.place.dags, "nightly.ts"), nightly("exit 4"));
    await server.onceStored(async () => {
      const { latest_dag_version: version } = (await server.request("GET", "/dags/nightly")) as {
        readonly latest_dag_version: number;
      };
      return version === 2 ? true : undefined;
    });
    await page.reload();
    await page.getByRole("button", { name: "Clear failed" }).click();
    const own = dialog.getByRole("radio", { name: "that of the run, v1" });
    await own.waitFor();
    expect(await own.isChecked()).toBe(true);
    await dialog.getByRole("radio", { name: "the latest, v2" }).check();
    await dialog.getByRole("button", { name: "Clear one task instance" }).click();
    await page.getByText("One task instance was cleared.").waitFor();
    expect(await server.endOf("nightly", encodeURIComponent(runId))).toBe("failed");
    const load = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}/taskInstances/load`;
    expect(await server.request("GET", load)).toMatchObject({ dag_version: { version_number: 2 } });
    expect(troubles).toEqual([]);
  });
});
