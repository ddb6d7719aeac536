/** What stands around every page: the palette, keys, rights, the session, and what is said when the server is gone. */
import { createServer } from "node:net";
import type { BrowserContext } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newPlace, TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, SETTINGS, signIn, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null, tags: ["gold"] }, () => {
  const extract = bash("extract", { command: "true" });
  extract.before(bash("load_orders", { command: "exit 3" }));
});
`;
const HIDDEN = NIGHTLY.replace("nightly", "hidden_dag");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** As the page itself would. */
async function post(context: BrowserContext, url: string, data: object) {
  const csrf = (await context.cookies()).find(({ name }) => name === "momiji_csrf")?.value ?? "";
  return context.request.post(url, { data, headers: { "x-csrf-token": csrf } });
}

describe.runIf(hasBrowser)(`around the pages${browserNote}`, { timeout: 60_000 }, () => {
  it("jumps to a task by three letters, offers what can be done here, and gives the keyboard back", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { runId } = await server.run("nightly");
    const run = `/dags/nightly/runs/${encodeURIComponent(runId)}`;
    const { page, troubles } = await visit(server, run);
    const palette = page.getByRole("combobox", { name: "Search or jump" });
    const home = page.getByRole("link", { name: "Home", exact: true });
    await home.focus();
    await page.keyboard.press("Control+k");
    await palette.fill("clear");
    await page.getByRole("option", { name: "Clear failed tasks..." }).waitFor();
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "detached" });
    await home.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Control+k");
    await palette.fill("loa");
    await page.getByRole("option", { name: /^load_orders/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${run}/tasks/load_orders*`);
    await page.keyboard.press("Control+k");
    await palette.fill("#gold");
    await page.getByRole("option", { name: "nightly" }).waitFor();
    await palette.fill("> clear");
    await page.getByRole("option", { name: "Clear...", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText("load_orders").first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("goes by keys, shows them all, and names near what is not there", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { page, troubles } = await visit(server, "/nightyl");
    await page.getByRole("link", { name: "nightly" }).click();
    await page.getByRole("switch", { name: /nightly/ }).waitFor();
    await page.locator("main").focus();
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await page.waitForURL(`${server.address}/`);
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keys" });
    await sheet.getByText("Search or jump").waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("tells whoever may only look which right they lack, and nothing of what is hidden from them", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY, "hidden.ts": HIDDEN });
    const { context: admin } = await visit(server, "/");
    const password = "a password for tests";
    const actions = ["DAG:nightly", "DAG Runs", "Task Instances"].map((name) => ({
      action: { name: "can_read" },
      resource: { name },
    }));
    const roles = [{ name: "Looker" }];
    const fab = `${server.address}/auth/fab/v1`;
    expect((await post(admin, `${fab}/roles`, { name: "Looker", actions })).status()).toBe(200);
    expect((await post(admin, `${fab}/users`, { username: "look", password, roles })).status()).toBe(200);
    const { page, context } = await signIn(server, "/dags/nightly", { username: "look", password });
    const trigger = page.getByRole("button", { name: /trigger/i }).first();
    await trigger.and(page.locator('[aria-disabled="true"]')).waitFor();
    const why = page.locator(`[id="${await trigger.getAttribute("aria-describedby")}"]`);
    expect(await why.textContent()).toContain("can_create on DAG Runs");
    const refused = await post(context, `${server.address}/api/v2/dags/nightly/dagRuns`, {});
    expect([refused.status(), ((await refused.json()) as { remedy: string }).remedy]).toEqual([
      403,
      expect.stringContaining("can_create on DAG Runs"),
    ]);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or jump" }).fill("hidden");
    await page.getByText(/Nothing is called/).waitFor();
  });

  it("asks for the password over the page when the session has ended, and goes on with what was refused", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { page, context } = await visit(server, "/settings");
    await page.getByRole("listitem").first().waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("a token for tests");
    await context.clearCookies();
    await page.getByRole("button", { name: "Make token" }).click();
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await dialog.getByLabel("User").fill("admin");
    await dialog.getByRole("textbox", { name: "Password" }).fill(SETTINGS.MOMIJI_ADMIN_PASSWORD);
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("it is shown only this once").waitFor();
    await page.getByRole("listitem").filter({ hasText: "a token for tests" }).waitFor();
  });

  it("says how old the page is while the server is gone, and shows what was missed when it is back", async () => {
    const place = newPlace({ "nightly.ts": NIGHTLY });
    const options = { args: ["--port", String(await freePort())], settings: SETTINGS };
    const server = await new TestServer(place, options).loaded();
    const { page } = await visit(server, "/dags/nightly");
    await page.getByText("live", { exact: true }).waitFor();
    await server.stop();
    await page
      .getByRole("main")
      .getByText(/^Showing .* JST\. Reconnecting/)
      .waitFor();
    const again = await new TestServer(place, options).loaded();
    await again.run("nightly");
    await page.getByRole("gridcell", { name: /^load_orders, failed/ }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
  });

  it("shows all times in the zone that is chosen, keeps it in the profile, and asks nothing while nothing happens", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    await server.run("nightly");
    const { page, context, requests, troubles } = await visit(server, "/");
    const main = page.getByRole("main");
    await main.getByText(/ JST/).first().waitFor();
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/me/preferences"));
    await page.getByRole("combobox", { name: "Time zone" }).fill("UTC");
    await page.getByRole("option", { name: "UTC", exact: true }).click();
    await main.getByText(/ UTC/).first().waitFor();
    expect(await main.getByText(/ JST/).count()).toBe(0);
    expect((await kept).status()).toBe(204);
    requests();
    await page.clock.install();
    await page.clock.fastForward(60_000);
    expect(requests()).toEqual([]);
    const other = await context.newPage();
    await other.addInitScript("localStorage.clear()");
    await other.goto(`${server.address}/`);
    await other.getByRole("main").getByText(/ UTC/).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("opens eight tabs, all live over one stream", async () => {
    const server = await serve({ "nightly.ts": NIGHTLY });
    const { page, context } = await visit(server, "/");
    const pages = [page, ...(await Promise.all(Array.from({ length: 7 }, () => context.newPage())))];
    await Promise.all(pages.map((each) => each.goto(`${server.address}/dags/nightly`)));
    await Promise.all(pages.map((each) => each.getByText("live", { exact: true }).waitFor()));
    await server.run("nightly");
    await Promise.all(pages.map((each) => each.getByRole("gridcell", { name: /^load_orders, failed/ }).waitFor()));
  });
});
