/** Who reads: in their zone, in their language, and by links that others have sent them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, SETTINGS, signIn, stranger, visit } from "./browser.testing.ts";

const nightly = (extra: string): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null, timezone: "Europe/Berlin", tags: ["gold"] }, () => {
  const extract = bash("extract", { command: "for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done" });
  extract.before(bash("load", { command: "exit 3", retries: 1, retryDelay: { seconds: 1 } })${extra});
});
`;

const PASSWORD = "a password of sato";

let server: TestServer;
let run: string;

/** Each test that changes how a reader likes things is another reader. */
async function reader(username: string): Promise<{ readonly username: string; readonly password: string }> {
  const user = { username, password: PASSWORD, roles: [{ name: "Admin" }] };
  await server.request("POST", "/auth/fab/v1/users", user);
  return { username, password: PASSWORD };
}

describe.runIf(hasBrowser)(`readers of the web interface${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": nightly("") }, afterAll);
    await server.run("nightly");
    writeFileSync(join(server.place.dags, "nightly.ts"), nightly(', bash("audit", { command: "true" })'));
    await server.onceStored(async () => {
      const { total_entries: total } = (await server.request("GET", "/dags/nightly/dagVersions")) as {
        readonly total_entries: number;
      };
      return total === 2 ? true : undefined;
    });
    run = `/dags/nightly/runs/${encodeURIComponent((await server.run("nightly")).runId)}`;
  }, 60_000);

  it("shows the moments of list, detail, log and tooltips in the zone that is chosen, and copies them as ISO", async () => {
    const { page, context, troubles } = await signIn(server, `${run}/tasks/extract`, await reader("zoned"));
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const started = page.getByRole("complementary").locator("header time").first();
    const logged = page.locator('[role="log"] [data-line="1"] [data-text][title]');
    const hours: number[] = [];
    for (const [zone, name, others] of [
      ["UTC", "UTC", ["CES?T"]],
      ["DAG's own", "CES?T", ["UTC"]],
      ["Asia/Tokyo", "JST", ["CES?T", "UTC"]],
    ] as const) {
      await page.getByRole("combobox", { name: "Time zone" }).fill(zone);
      await page.getByRole("option", { name: zone, exact: true }).click();
      await started.filter({ hasText: new RegExp(`:\\d\\d ${name}$`) }).waitFor();
      const lines = [name, ...others].map((each) => `[-\\d]+ [:\\d]+ ${each}`);
      expect(await started.getAttribute("title")).toMatch(new RegExp(`^${lines.join("\n")}$`));
      const tools = page.getByRole("toolbar", { name: "Log tools" });
      await tools.getByRole("button", { name: new RegExp(`^${name}$`) }).waitFor();
      expect(await logged.getAttribute("title")).toMatch(new RegExp(` ${name}\n`));
      hours.push(Number((await logged.getAttribute("data-text"))?.slice(0, 2)));
    }
    expect(((hours[2] ?? 0) - (hours[0] ?? 0) + 24) % 24).toBe(9);
    await started.hover();
    await expect.poll(() => started.getAttribute("title")).toMatch(/^\d+ \w+ ago\n/);
    const iso = await started.getAttribute("datetime");
    await started.evaluate((element) => {
      const { getSelection } = globalThis as unknown as { getSelection(): { selectAllChildren(of: unknown): void } };
      getSelection().selectAllChildren(element);
    });
    await page.keyboard.press("Control+c");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(iso);
    await follow(page, "/runs?all=true");
    const listed = page.getByRole("table", { name: "Runs" }).locator("time").first();
    await listed.waitFor();
    const inTokyo = await listed.innerText();
    expect(inTokyo).toMatch(/ JST$/);
    expect(await listed.getAttribute("title")).toContain(" JST\n");
    await page.getByRole("combobox", { name: "Time zone" }).fill("UTC");
    await page.getByRole("option", { name: "UTC", exact: true }).click();
    await listed.filter({ hasText: / UTC$/ }).waitFor();
    expect(await listed.getAttribute("title")).toMatch(/ UTC$/);
    expect(await listed.innerText()).not.toBe(inTokyo);
    expect(troubles).toEqual([]);
  });

  it("speaks Japanese at once when that is chosen, and keeps what was typed", async () => {
    const { page, troubles } = await signIn(server, "/settings", await reader("yuki"));
    await page.getByRole("textbox", { name: "Name" }).fill("a token");
    await page.evaluate("window.isTheSame = true");
    await page.getByLabel("Language").first().click();
    await page.getByRole("option", { name: "日本語" }).click();
    await page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    expect(await page.getByRole("textbox", { name: "名前" }).inputValue()).toBe("a token");
    await follow(page, "/");
    await page.getByRole("heading", { level: 1, name: /失敗1件|失敗2件/ }).waitFor();
    expect(await page.evaluate("window.isTheSame")).toBe(true);
    expect(await page.evaluate(BROKEN_WORDS)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("submits nothing by the Enter that ends a composition", async () => {
    const { page, context } = await visit(server, "/dags", { locale: "ja-JP" });
    const session = await context.newCDPSession(page);
    const compose = async (text: string): Promise<void> => {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
      await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
      await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    };
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("combobox", { name: "検索・移動" });
    await palette.waitFor();
    await compose("nightly");
    await page
      .getByRole("option", { name: /nightly/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/dags");
    await session.send("Input.insertText", { text: "nightly" });
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dags/nightly");
    await page.goto(`${server.address}/timeline`);
    const filter = page.getByRole("main").getByRole("textbox").first();
    await filter.focus();
    await compose("nightly");
    expect(new URL(page.url()).searchParams.get("dag_id_pattern")).toBeNull();
    await session.send("Input.insertText", { text: "nightly" });
    await page.keyboard.press("Enter");
    await page.waitForURL(/dag_id_pattern=nightly/);
  });

  it("shows by each link the same to whoever signs in by it: page, filters, what is chosen, lines", async () => {
    const { page } = await visit(server, "/");
    const other = await stranger(server);
    await other.page.goto(`${server.address}/dags?q=night&sort=-dag_display_name&tags=gold`);
    await other.page.locator("#username").fill("admin");
    await other.page.locator("#password").fill(SETTINGS.MOMIJI_ADMIN_PASSWORD);
    await other.page.locator("form button").click();
    await other.page.waitForURL(`${server.address}/dags?q=night&sort=-dag_display_name&tags=gold`);
    await other.page.getByText("one DAG", { exact: true }).waitFor();
    const differ: string[] = [];
    for (const link of [
      `${run}/tasks/extract?line=4-6&runs=50&q=extract`,
      `${run}/tasks/load/attempts`,
      "/dags/nightly?view=gantt&zoom=100-900",
      "/dags/nightly?view=graph&root=load&dir=up&depth=1",
      "/runs?all=true&state=failed&sort=run_after",
      "/dags/nightly/code?version=2&against=1",
    ]) {
      await follow(page, link);
      await other.page.goto(`${server.address}${link}`);
      const same = async (): Promise<boolean> => {
        const [mine, theirs] = await Promise.all([pictureOf(page), pictureOf(other.page)]);
        return mine.length > 40 && mine === theirs;
      };
      await expect
        .poll(same, { timeout: 20_000 })
        .toBe(true)
        .catch(() => differ.push(link));
      if (other.page.url() !== `${server.address}${link}`) differ.push(`${link} became ${other.page.url()}`);
    }
    expect(differ).toEqual([]);
    await page.goto(`${server.address}${run}/tasks/extract?line=4-6`);
    await page.locator('[role="log"] [data-sought="true"]').nth(2).waitFor();
    expect(await page.locator('[role="log"] [data-sought="true"]').count()).toBe(3);
  });
});

/** What a page says: the words of its main part, and where it has marked something. */
async function pictureOf(page: Page): Promise<string> {
  const main = page.getByRole("main");
  const marked = await main
    .locator("[aria-current], [aria-selected=true], [data-sought=true], [aria-pressed=true]")
    .count();
  return `${await main.innerText()} ${marked}`;
}

/** Widths at which 失敗したタスク would be broken inside its last word. */
const BROKEN_WORDS = `(() => {
  const text = "失敗したタスク";
  const place = document.createElement("p");
  place.textContent = text;
  document.querySelector("main").append(place);
  const broken = [];
  for (let width = 44; width <= 120; width += 2) {
    place.style.width = width + "px";
    const tops = [4, 5, 6].map((at) => {
      const range = document.createRange();
      range.setStart(place.firstChild, at);
      range.setEnd(place.firstChild, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    });
    if (new Set(tops).size > 1) broken.push(width);
  }
  place.remove();
  return broken;
})()`;
