/** What breaks while a page is open: the network, the server, the session, a right. The page says so, goes on by itself, and keeps what was typed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, SETTINGS, signIn, visit } from "./browser.testing.ts";
import { Line } from "./line.testing.ts";

const GREETS = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const params = z.object({ who: z.string().default("world"), letter: z.string().default("").meta({ format: "multiline" }) });
export default dag({ id: "greets", isPausedUponCreation: false, schedule: null, params }, () =>
  void bash("hello", { command: "echo hello {{ params.who }}" }),
);
`;

/** Goes on until a file is there. */
const LONG = `import { dag } from "momiji";
import { bash } from "momiji/operators";
import { z } from "zod";
const params = z.looseObject({ letter: z.string().default("").meta({ format: "multiline" }) });
export default dag({ id: "long", isPausedUponCreation: false, schedule: null, params }, () => {
  const wait = bash("wait", { command: "while [ ! -e {{ dag_run.conf.stop }} ]; do sleep 0.05; done", retries: 2, retryDelay: { seconds: 1 } });
  wait.before(bash("then", { command: "true" }));
});
`;

const LETTER = "Dear Sato,\nthe orders of the night are in.\n";

/** As the browser does where another tab is in front. */
const HIDE = `Object.defineProperty(document, "hidden", { configurable: true, get: () => true }); document.dispatchEvent(new Event("visibilitychange"))`;
const SHOW = `delete document.hidden; document.dispatchEvent(new Event("visibilitychange"))`;

let server: TestServer;

/** Opens the form of a run, and types into it. */
async function beginLetter(page: Page) {
  await page.getByRole("button", { name: "Trigger..." }).first().click();
  const dialog = page.getByRole("dialog", { name: /greets|long/ });
  const letter = dialog.getByLabel("letter");
  await letter.fill(LETTER);
  return { dialog, letter, submit: dialog.getByRole("button", { name: "Trigger", exact: true }) };
}

/** The bar at once, and the page after ten seconds: of when it is, and how long ago that was, counted on. */
async function saysHowOld(page: Page): Promise<void> {
  const words = /^Showing \d{4}-\d\d-\d\d \d\d:\d\d:\d\d JST\. Reconnecting/;
  await page.getByRole("contentinfo").getByText(words).waitFor();
  await page.clock.fastForward(10_000);
  await page.getByRole("main").getByText(words).waitFor();
  const age = page.getByRole("main").getByRole("timer");
  const [, seconds] = /^(\d+) seconds ago$/.exec(await age.innerText()) ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(10);
  await page.clock.fastForward(50_000);
  await age.getByText("1 minute ago", { exact: true }).waitFor();
}

async function letterOf(page: Page): Promise<unknown> {
  await page.waitForURL(/\/runs\/manual/);
  const runId = new URL(page.url()).pathname.split("/")[4] ?? "";
  const { conf } = (await server.request("GET", `/dags/greets/dagRuns/${runId}`)) as {
    readonly conf: { readonly letter: string };
  };
  return conf.letter;
}

describe.runIf(hasBrowser)(`interruptions${browserNote}`, { timeout: 90_000 }, () => {
  const password = "a password of sato";

  beforeAll(async () => {
    server = await serve({ "greets.ts": GREETS, "long.ts": LONG }, afterAll);
    await server.run("greets");
    await server.request("POST", "/auth/fab/v1/roles", { name: "Writer", actions: actionsOf(true) });
    await server.request("POST", "/auth/fab/v1/users", { username: "sato", password, roles: [{ name: "Writer" }] });
  }, 60_000);

  /** What the role of Sato allows, with or without starting runs. */
  const actionsOf = (mayTrigger: boolean) =>
    ["can_read DAGs", "can_edit DAGs", "can_read DAG Runs", "can_read Task Instances"]
      .concat(mayTrigger ? ["can_create DAG Runs"] : [])
      .map((text) => /^(\S+) (.*)$/.exec(text) ?? [])
      .map(([, action, resource]) => ({ action: { name: action }, resource: { name: resource } }));

  const setRight = async (mayTrigger: boolean): Promise<unknown> =>
    server.request("PATCH", "/auth/fab/v1/roles/Writer", { actions: actionsOf(mayTrigger) });

  it("says that the network is cut and how old the page is, keeps what was typed, and shows what was missed once it is back", async () => {
    const line = await Line.to(server);
    const { page } = await visit(line, "/dags/greets");
    const grid = page.getByRole("treegrid");
    await page.getByText("live", { exact: true }).waitFor();
    await grid.waitFor();
    const columns = Number(await grid.getAttribute("aria-colcount"));
    await page.clock.install();
    await page.evaluate("window.isTheSame = true");
    const { dialog, letter, submit } = await beginLetter(page);
    line.cut();
    await saysHowOld(page);
    await submit.click();
    await dialog.getByText("The server cannot be reached.").waitFor();
    expect(await letter.inputValue()).toBe(LETTER);
    await server.run("greets");
    line.mend();
    await page.locator(`[role="treegrid"][aria-colcount="${columns + 1}"]`).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    expect(await letter.inputValue()).toBe(LETTER);
    await submit.click();
    expect(await letterOf(page)).toBe(LETTER);
    expect(await page.evaluate("window.isTheSame")).toBe(true);
  });

  it("says that a browser is offline, and asks again by itself for what failed meanwhile", async () => {
    const { page, context } = await visit(server, "/dags");
    await page.getByRole("table", { name: "DAGs" }).getByRole("link", { name: "greets", exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole("searchbox").fill("gree");
    await page.getByRole("alert").getByText("The server cannot be reached.").waitFor();
    await context.setOffline(false);
    await page.getByText("one DAG", { exact: true }).waitFor();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(await page.getByRole("searchbox").inputValue()).toBe("gree");
  });

  it("asks for the password over the page when the session has ended, and sends what was typed once somebody is signed in", async () => {
    const { page, context } = await visit(server, "/dags/greets");
    const { dialog, letter, submit } = await beginLetter(page);
    await dialog.getByText("One task of version v1 will run.").waitFor();
    await context.clearCookies();
    // Not by the pointer: whatever else the page asks for may have found out before.
    await submit.dispatchEvent("click");
    const again = page.getByRole("dialog", { name: "Your session has ended" });
    await again.getByLabel("User").fill("admin");
    await again.getByRole("textbox", { name: "Password" }).fill("not this one");
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await again.getByText("Invalid credentials").waitFor();
    expect(await letter.inputValue()).toBe(LETTER);
    await again.getByRole("textbox", { name: "Password" }).fill(SETTINGS.MOMIJI_ADMIN_PASSWORD);
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await again.waitFor({ state: "detached" });
    expect(await letterOf(page)).toBe(LETTER);
  });

  it("says which right was taken away while the page was open, and gives it back by itself", async () => {
    const { page } = await signIn(server, "/dags/greets", { username: "sato", password });
    await page.getByText("live", { exact: true }).waitFor();
    const { dialog, letter, submit } = await beginLetter(page);
    await dialog.getByText("One task of version v1 will run.").waitFor();
    await setRight(false);
    await page.getByText(/You have lost a right while this page was open: can_create on DAG Runs/).waitFor();
    await dialog
      .getByText(/You need the right “can_create on DAG Runs”/)
      .first()
      .waitFor();
    expect(await submit.isDisabled()).toBe(true);
    expect(await letter.inputValue()).toBe(LETTER);
    await setRight(true);
    await submit.and(page.locator(":enabled")).click();
    expect(await letterOf(page)).toBe(LETTER);
    await server.request("PATCH", "/auth/fab/v1/roles/Writer", { actions: [] });
    await page.getByText(/You have lost \d+ rights while this page was open/).waitFor();
    await setRight(true);
    await follow(page, "/dags/greets/code");
    await page.getByRole("alert").getByText("You need the right “can_read on DAG Versions”.").waitFor();
  });

  it("reads nothing while nobody sees it, and what has changed as soon as somebody does", async () => {
    const stop = join(server.place.folder, "stop-hidden");
    const { dag_run_id: runId } = (await server.request("POST", "/dags/long/dagRuns", { conf: { stop } })) as {
      readonly dag_run_id: string;
    };
    const path = `/dags/long/runs/${encodeURIComponent(runId)}/tasks/wait`;
    const { page, context, requests } = await visit(server, path);
    await page.getByText("live", { exact: true }).waitFor();
    await page.locator('main [data-state="running"]').first().waitFor();
    await page.evaluate(HIDE);
    requests();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('main [data-state="running"]').first().waitFor();
    const read = other.waitForResponse((answer) => answer.url().includes("/taskInstances/wait/"));
    writeFileSync(stop, "");
    await other.locator('main [data-state="success"]').first().waitFor();
    await read;
    expect(requests()).toEqual([]);
    await page.evaluate(SHOW);
    await expect.poll(() => requests()).not.toEqual([]);
    await page.locator('main [data-state="success"]').first().waitFor();
  });

  it("shows after a restart of the server in the middle of a run what was missed, without being loaded anew", async () => {
    const stop = join(server.place.folder, "stop");
    const { dag_run_id: runId } = (await server.request("POST", "/dags/long/dagRuns", { conf: { stop } })) as {
      readonly dag_run_id: string;
    };
    const line = await Line.to(server);
    const { page } = await visit(line, "/dags/long");
    await page.getByRole("gridcell", { name: /^wait, running/ }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    await page.evaluate("window.isTheSame = true");
    await page.clock.install();
    const { dialog, letter } = await beginLetter(page);
    await server.stop();
    await saysHowOld(page);
    writeFileSync(stop, "");
    const next = await new TestServer(server.place, { settings: SETTINGS }).loaded();
    expect(await next.endOf("long", encodeURIComponent(runId))).toBe("success");
    line.mend(next);
    await page.getByText("live", { exact: true }).waitFor();
    expect(await letter.inputValue()).toBe(LETTER);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("gridcell", { name: /^then, success/ }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    await page
      .locator("main")
      .getByText(/Reconnecting/)
      .waitFor({ state: "detached" });
    expect(await page.evaluate("window.isTheSame")).toBe(true);
  });
});
