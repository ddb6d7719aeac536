/** What stands around every page: the palette, keys, rights, zones, and the one stream of live events. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, send, serve, settledOf, signIn, targets, visit } from "./browser.testing.ts";
import { Line } from "./line.testing.ts";

const NIGHTLY = `import { asset, dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null, tags: ["gold"] }, () => {
  const extract = bash("extract", { command: "true", outlets: [asset("orders of nightly")] });
  extract.before(bash("load_orders", { command: "exit 3" }));
});
`;
const ASKS = `import { dag } from "momiji";
import { approval } from "momiji/operators";
export default dag({ id: "nightly_asks", isPausedUponCreation: false, schedule: null }, () => void approval("ok", { subject: "Go on?" }));
`;
const HIDDEN = NIGHTLY.replaceAll("nightly", "hidden_dag");

let server: TestServer;

describe.runIf(hasBrowser)(`around the pages${browserNote}`, { timeout: 60_000 }, () => {
  let run: string;
  beforeAll(async () => {
    server = await serve({ "nightly.ts": NIGHTLY, "hidden.ts": HIDDEN, "asks.ts": ASKS }, afterAll);
    run = `/dags/nightly/runs/${encodeURIComponent((await server.run("nightly")).runId)}`;
    await server.run("hidden_dag");
  }, 60_000);

  it("jumps to a task by three letters, offers what can be done here, and gives the keyboard back", async () => {
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

  it("leads to a variable or connection in its list, and to a run by its DAG and day", async () => {
    await server.request("POST", "/variables", { key: "api_key", value: "1" });
    await server.request("POST", "/connections", { connection_id: "main_db", conn_type: "postgres" });
    const { page, troubles } = await visit(server, "/variables?q=other");
    const palette = page.getByRole("combobox", { name: "Search or jump" });
    const jump = async (typed: string, option: RegExp): Promise<void> => {
      await page.keyboard.press("Control+k");
      await palette.fill(typed);
      await page.getByRole("option", { name: option }).waitFor();
      await page.keyboard.press("Enter");
    };
    await jump("api_key", /^api_key/);
    await page.waitForURL("**/variables?q=api_key");
    await page.getByRole("cell", { name: "api_key" }).waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("api_key");
    await jump("main_db", /^main_db/);
    await page.waitForURL("**/connections?q=main_db");
    await page.getByRole("cell", { name: "main_db" }).waitFor();
    const ends = { dag_run_id: "month_end", logical_date: null, run_after: "2026-03-09T18:00:00Z" };
    await server.request("POST", "/dags/nightly/dagRuns", ends);
    // In Tokyo, where this browser is.
    await jump("nightly 2026-03-10", /^nightly · month_end/);
    await page.waitForURL("**/dags/nightly/runs/month_end");
    expect(troubles).toEqual([]);
  });

  it("leads on from the addresses of Airflow's tabs", async () => {
    const { page, troubles } = await visit(server, "/dags/nightly/calendar");
    await page.waitForURL("**/dags/nightly/schedule");
    for (const [from, to] of [
      ["/dags/nightly/audit_log", "/dags/nightly/events"],
      ["/dags/nightly/asset_events", "/assets"],
      [`${run}/required_actions`, "/required_actions?dag_id=nightly&dag_run_id=*"],
      ["/dags/nightly_asks/required_actions", "/required_actions?dag_id=nightly_asks"],
    ] as const) {
      await page.goto(server.address + from);
      await page.waitForURL(`**${to}`);
    }
    await page.getByRole("button", { name: "Only nightly_asks: show all" }).click();
    await page.waitForURL("**/required_actions?show=waiting");
    expect(troubles).toEqual([]);
  });

  it("says that a part of a page could not be read, and reads it again when asked", async () => {
    const { page } = await visit(server, "/");
    await page.route("**/summary*", (route) => route.abort());
    const problem = page.getByRole("main").getByRole("alert").first();
    // A task that is not there may be a mapped one, of which its summary tells.
    await page.goto(`${server.address}${run}/tasks/none`);
    await problem.waitFor();
    await page.goto(server.address + run);
    await problem.waitFor();
    await page.getByRole("link", { name: "load_orders" }).first().waitFor();
    await page.unroute("**/summary*");
    await problem.getByRole("button", { name: "Retry" }).click();
    await problem.waitFor({ state: "detached" });
  });

  it("goes by keys, shows them all, and names near what is not there", async () => {
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
    // The browser notes each answer that something is not there.
    await follow(page, "/dags/nightli/runs");
    await page.getByText("There is no such DAG.").waitFor();
    await page.getByRole("main").getByRole("link", { name: "nightly" }).waitFor();
    expect(await page.getByRole("navigation", { name: /^Views of/ }).count()).toBe(0);
  });

  it("finds a task by three letters from every kind of page, and gives the keyboard back where it was", async () => {
    const { page, troubles } = await visit(server, "/");
    const settled = settledOf(page);
    const palette = page.getByRole("combobox", { name: "Search or jump" });
    const wrong: string[] = [];
    for (const path of [
      "/",
      "/dags",
      "/runs",
      "/dags/nightly",
      `${run}/tasks/load_orders`,
      "/assets",
      "/pools",
      "/settings",
    ]) {
      await follow(page, path);
      await settled();
      const link = page.getByRole("link", { name: "DAGs", exact: true }).first();
      await link.focus();
      await page.keyboard.press("Control+k");
      await palette.fill("loa");
      await page
        .getByRole("option", { name: /^load_orders/ })
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => wrong.push(`a task from ${path}`));
      await page.keyboard.press("Escape");
      await palette.waitFor({ state: "detached" });
      await link
        .and(page.locator(":focus"))
        .waitFor({ timeout: 5_000 })
        .catch(() => wrong.push(path));
    }
    expect(wrong).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("says to a Viewer of every act which right is missing, and the server refuses it too", async () => {
    const viewer = { username: "viewer", password: "a password for tests" };
    await server.request("POST", "/auth/fab/v1/users", { ...viewer, roles: [{ name: "Viewer" }] });
    const visited = await signIn(server, "/dags/nightly", viewer);
    const { page } = visited;
    await page.getByRole("button", { name: "Trigger..." }).and(page.locator('[aria-disabled="true"]')).waitFor();
    await server.request("POST", "/dags/nightly_asks/dagRuns", { dag_run_id: "one", logical_date: null });
    const { assets } = (await server.request("GET", "/assets?name_pattern=nightly")) as { assets: { id: number }[] };
    const open: string[] = [];
    for (const [path, most] of [
      ["/dags/nightly", 2],
      ["/dags", 8],
      [run, 7],
      [`${run}/tasks/load_orders`, 6],
      ["/pools", 3],
      [`/assets/${assets[0]?.id}`, 2],
      ["/dags/nightly_asks/runs/one/tasks/ok", 8],
      ["/dags/nightly/backfills", 3],
    ] as const) {
      await follow(page, path);
      const acts = () => page.evaluate<readonly { readonly name: string; readonly why: string | null }[]>(ACTS);
      await expect.poll(async () => (await acts()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(most);
      const free = (await acts()).filter(({ why }) => why === null || !/right|can_edit on|cannot be deleted/.test(why));
      open.push(...free.map(({ name, why }) => `${path}: ${name}: ${why}`));
    }
    expect(open).toEqual([]);
    await follow(page, "/dags/nightly");
    await page.getByRole("button", { name: "More for nightly", exact: true }).click();
    const items = page.getByRole("menuitem");
    await items.filter({ hasText: /Delete/ }).waitFor();
    const refused = items.and(page.locator("[data-disabled], [aria-disabled=true]"));
    expect(await items.filter({ hasNotText: /^Copy/ }).count()).toBe(await refused.count());
    for (const each of await refused.all()) expect(await each.getAttribute("title")).toMatch(/right|can_/);
    await page.keyboard.press("Escape");
    for (const [method, path] of [
      ["POST", "/dags/nightly/dagRuns"],
      ["PATCH", "/dags/nightly"],
      ["DELETE", "/dags/nightly"],
      ["POST", "/dags/nightly/clearTaskInstances"],
      ["POST", "/pools"],
    ] as const) {
      const refused = await send(visited, [method, `${server.address}/api/v2${path}`], BODIES[path] ?? {});
      expect([path, refused.status()]).toEqual([path, 403]);
      expect(((await refused.json()) as { remedy: string }).remedy).toMatch(/can_(create|edit|delete) on /);
    }
  });

  it("shows nothing of a DAG to whoever has no right in it: not in the list, nor in palette, search, timeline, log of events", async () => {
    const look = { username: "look", password: "a password for tests" };
    const actions = ["DAG:nightly", "DAG Runs", "Task Instances", "Audit Logs"].map((name) => ({
      action: { name: "can_read" },
      resource: { name },
    }));
    await server.request("POST", "/auth/fab/v1/roles", { name: "Looker", actions });
    await server.request("POST", "/auth/fab/v1/users", { ...look, roles: [{ name: "Looker" }] });
    const { page, context } = await signIn(server, "/dags", look);
    const settled = settledOf(page);
    await page.getByText("one DAG", { exact: true }).waitFor();
    const told = await watch(context, ["home", "dag:nightly", "dag:hidden_dag"]);
    await server.run("hidden_dag");
    await server.run("nightly");
    // What is told comes in the order in which it happened.
    expect(await told.until(/event: run\ndata: \{"d":"nightly",.*"s":"f"/)).not.toContain("hidden_dag");
    const seen: string[] = [];
    for (const path of ["/", "/dags", "/runs?all=true", "/task_instances?all=true", "/timeline", "/events"]) {
      await follow(page, path);
      await settled();
      const main = page.getByRole("main");
      if (["/dags", "/timeline"].includes(path)) await main.getByText("nightly").first().waitFor();
      const words = await main.innerText();
      if (words.includes("hidden_dag")) seen.push(path);
    }
    const answers = ["search?q=hidden", "search/index", "home", "dags"].map(async (path) =>
      (await context.request.get(`${server.address}/api/momiji/v1/${path}`)).text(),
    );
    expect((await Promise.all(answers)).join("\n")).not.toContain("hidden_dag");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or jump" }).fill("hidden");
    await page.getByText(/Nothing is called/).waitFor();
    expect(seen).toEqual([]);
  });

  it("shows all times in the zone that is chosen, keeps it in the profile, and asks nothing while nothing happens", async () => {
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
    const line = await Line.to(server);
    const { page, context } = await visit(line, "/");
    const pages = [page, ...(await Promise.all(Array.from({ length: 7 }, () => context.newPage())))];
    const go = (each: Page) => each.goto(`${line.address}/dags/nightly`);
    await Promise.all(pages.map(go));
    await Promise.all(pages.map((each) => each.getByText("live", { exact: true }).waitFor()));
    const columns = Number(await page.getByRole("treegrid").getAttribute("aria-colcount"));
    await server.run("nightly");
    await Promise.all(pages.map((each) => each.locator(`[aria-colcount="${columns + 1}"]`).waitFor()));
    // None has a stream of its own: they share that of the one worker.
    expect(line.streams).toBe(1);
    expect(await targets("shared_worker")).toHaveLength(1);
  });
});

/** The stream of live events, as whoever is signed in gets it. */
async function watch(
  context: BrowserContext,
  topics: readonly string[],
): Promise<{ until(what: RegExp): Promise<string> }> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const asked = topics.map((topic) => `topics=${encodeURIComponent(topic)}`).join("&");
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const url = `${server.address}/api/momiji/v1/events?${asked}`;
  const answer = await fetch(url, { headers: { cookie }, signal: stop.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (what: RegExp): Promise<string> => {
    while (!what.test(text)) text += (await reader?.read())?.value ?? "";
    return text;
  };
  await until(/event: hello/);
  return { until };
}

/** What an act needs so that only the right is missing. */
const BODIES: { readonly [path: string]: object } = {
  "/dags/nightly/dagRuns": { logical_date: null },
  "/dags/nightly": { is_paused: true },
  "/dags/nightly/clearTaskInstances": { dry_run: false, dag_run_id: "manual" },
  "/pools": { name: "more", slots: 1 },
};

/** The controls of a page that change something, each with why it does not work; null: it works. */
const ACTS = `(() => {
  const named = /^(?:Clear (?:from|failed|all)|Mark |Note|Trigger|Run again|Add |Edit|Delete|Import|Create event|Materialize|New backfill|Pause|Switch on|Approve|Reject)/;
  const main = document.querySelector("main");
  const controls = [...main.querySelectorAll("button, input[role=switch]")];
  return controls.flatMap((control) => {
    const name = control.getAttribute("aria-label") ?? control.textContent.trim();
    if (control.getAttribute("role") !== "switch" && !named.test(name)) return [];
    const isOff = control.disabled || control.getAttribute("aria-disabled") === "true";
    const why = document.getElementById((control.getAttribute("aria-describedby") ?? "").split(" ")[0])?.textContent;
    return [{ name, why: isOff ? (why ?? control.title ?? "") : null }];
  });
})()`;
