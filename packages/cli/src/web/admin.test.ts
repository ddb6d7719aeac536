/** The administration in a browser: pools with what a change does, settings whose secrets nobody reads, users, roles and the audit log. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, signIn, visit } from "./browser.testing.ts";

const WAITS = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "waits", isPausedUponCreation: false, schedule: null }, () => {
  bash("first", { command: "sleep 600", pool: "tiny" });
  bash("second", { command: "sleep 600", pool: "tiny" });
});
`;

/** Without them no connection is tested, and none to this machine. */
const TESTS = { MOMIJI__CORE__TEST_CONNECTION: "enabled", MOMIJI__CORE__TEST_CONNECTION_NETWORKS: "127.0.0.0/8" };

const SECRET = "correct horse battery staple";

/** Where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Everything that the server answers to a page from now on. */
function answersOf(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/")) bodies.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(bodies)).join("\n");
}

describe.runIf(hasBrowser)(`the administration in a browser${browserNote}`, { timeout: 60_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve({ "waits.ts": WAITS }, afterAll, TESTS);
  }, 60_000);

  it("says which tasks start before slots are raised, and starts them; another tab follows by itself", async () => {
    await server.request("POST", "/pools", { name: "tiny", slots: 0 });
    const runId = await server.trigger("waits");
    const task = await visit(server, `/dags/waits/runs/${encodeURIComponent(runId)}/tasks/first`);
    await task.page.getByText(/tiny/).first().waitFor();
    const { page, troubles } = await visit(server, "/pools");
    await page.getByText("It has no slots, and tasks wait.").waitFor();
    const row = page.getByRole("listitem").filter({ hasText: "tiny" });
    await row.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Slots", { exact: true }).fill("1");
    await dialog.getByText("1 task will start.").waitFor();
    await dialog.getByText("1 goes on waiting.").waitFor();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await row.getByText("1 of 1 held").waitFor();
    await row.getByRole("img", { name: "1 running" }).waitFor();
    await row.getByRole("link", { name: "tiny" }).click();
    await page.getByRole("link", { name: /\/ first/ }).waitFor();
    await page
      .getByRole("region", { name: "Next" })
      .getByRole("link", { name: /\/ second/ })
      .waitFor();
    await task.page
      .getByRole("region", { name: /running|Log/i })
      .or(task.page.getByRole("log"))
      .first()
      .waitFor();
    const remove = page
      .getByRole("listitem")
      .filter({ hasText: "default_pool" })
      .getByRole("button", { name: "Delete" });
    await page.getByRole("link", { name: "All pools" }).click();
    await remove.hover();
    await page
      .getByRole("tooltip")
      .getByText(/default_pool: it cannot be deleted/)
      .waitFor();
    expect([...troubles, ...task.troubles]).toEqual([]);
  });

  it("keeps the password of a connection to itself, and says which step of a test failed", async () => {
    const port = await closedPort();
    const { page, troubles } = await visit(server, "/connections");
    await page.getByRole("button", { name: "Add connection" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Paste a URI").fill(`http://etl:${encodeURIComponent(SECRET)}@127.0.0.1:${port}`);
    await dialog.getByLabel("Connection id").fill("partner");
    await dialog.getByLabel("Login").waitFor();
    expect(await dialog.getByLabel("Login").inputValue()).toBe("etl");
    const answers = answersOf(page);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.reload();
    const row = page.getByRole("row").filter({ hasText: "partner" });
    await row
      .getByText(/by admin/)
      .first()
      .waitFor();
    await row.getByRole("button", { name: "Edit" }).click();
    await dialog.getByRole("button", { name: "Replace Password" }).waitFor();
    await dialog.getByRole("button", { name: "Test", exact: true }).click();
    const result = dialog.getByRole("status", { name: "What the test found" });
    await result.getByText("It does not work.").waitFor();
    await result.getByText(/Connect: failed/).waitFor();
    await result.getByText(/ECONNREFUSED/).waitFor();
    await result.getByText("Not reached").waitFor();
    expect(await answers()).not.toContain(SECRET);
    expect(await page.content()).not.toContain(SECRET);
    expect(troubles).toEqual([]);
  });

  it("says in Japanese what the fields of a connection are for, and what runs of the installation", async () => {
    const { page, troubles } = await visit(server, "/connections", { locale: "ja-JP" });
    await page.getByRole("button", { name: "接続を追加" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("URIを貼り付け").fill("postgres://etl@db.example:5432/shop?sslmode=require");
    await page.keyboard.press("Tab");
    await dialog.getByText("データベース", { exact: true }).waitFor();
    await dialog.getByText("disable、require、verify-ca、verify-full のいずれか").waitFor();
    await page.goto(`${server.address}/jobs`);
    const scheduler = page.getByRole("table").getByText("スケジューラー", { exact: true });
    expect(await scheduler.getAttribute("title")).toBe("SchedulerJob");
    expect(troubles).toEqual([]);
  });

  it("imports variables as was shown, reveals a secret one, and the audit log says who looked", async () => {
    await server.request("POST", "/variables", { key: "region", value: "old" });
    const { page, troubles } = await visit(server, "/variables");
    await page.getByRole("button", { name: "Import" }).click();
    const dialog = page.getByRole("dialog");
    const text = JSON.stringify({ region: "new", api_token: SECRET, limits: { rows: 10 } });
    await dialog
      .locator('input[type="file"]')
      .setInputFiles({ name: "v.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await dialog.getByText("2 new · 1 overwritten").waitFor();
    await dialog.getByText("Skip", { exact: true }).click();
    await dialog.getByText("2 new · 1 skipped").waitFor();
    await dialog.getByRole("button", { name: "Write 2 variables" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("row").filter({ hasText: "region" }).getByText("old").waitFor();
    const secret = page.getByRole("row").filter({ hasText: "api_token" });
    await secret.getByText("***").waitFor();
    await secret.getByRole("button", { name: "Reveal" }).click();
    await secret.getByText(SECRET).waitFor();
    await page.getByRole("link", { name: "Audit log" }).click();
    const entry = page.getByRole("list", { name: "Audit log" }).getByRole("listitem").first();
    await entry.getByText("looked at variables in the clear").waitFor();
    await entry.getByText("admin").waitFor();
    expect(troubles).toEqual([]);
  });

  it("tells a Viewer why they may not, in words, and what a user may do in a DAG", async () => {
    await server.request("POST", "/auth/fab/v1/users", {
      username: "sato",
      password: "a password of sato",
      roles: [{ name: "Viewer" }],
    });
    const { page, troubles } = await visit(server, "/security/users");
    const admin = page.getByRole("row").filter({ hasText: "Admin" });
    await admin.getByRole("button", { name: "Delete" }).hover();
    await page
      .getByRole("tooltip")
      .getByText(/last administrator/)
      .waitFor();
    await page.getByRole("link", { name: "sato" }).click();
    await page.getByLabel("DAG id").fill("waits");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    const rights = page.getByRole("table", { name: "Rights on waits" });
    await rights.getByRole("row", { name: /^Runs: view.*yes.*Viewer has/ }).waitFor();
    await rights.getByRole("row", { name: /^Runs: trigger.*no.*No role has.*can_create on DAG Runs/ }).waitFor();
    expect(troubles).toEqual([]);
    const viewer = await signIn(server, "/pools", { username: "sato", password: "a password of sato" });
    await viewer.page.getByRole("button", { name: "Add pool", disabled: true }).waitFor();
    await viewer.page.getByRole("button", { name: "Add pool" }).hover();
    await viewer.page
      .getByRole("tooltip")
      .getByText(/can_create on Pools/)
      .waitFor();
    await viewer.page.goto(`${server.address}/variables`);
    await viewer.page.getByRole("alert").first().waitFor();
  });

  it("calls services and what one is signed in with by words", async () => {
    const { page, troubles } = await visit(server, "/workers");
    await page.getByRole("cell", { name: "DAG processor", exact: true }).waitFor();
    await page.goto(`${server.address}/security/tokens`);
    await page.getByRole("button", { name: "End Browser", exact: true }).first().waitFor();
    await page.goto(`${server.address}/settings`);
    await page.getByRole("button", { name: "End Browser", exact: true }).first().waitFor();
    await page.goto(`${server.address}/security/users`);
    await page.getByRole("button", { name: "Add user" }).click();
    await page.getByRole("dialog").getByLabel("User name").waitFor();
    expect(await page.getByText("A change ends their sessions and tokens.").count()).toBe(0);
    await page.goto(`${server.address}/security/roles`);
    await page.getByRole("rowheader", { name: "Import Errors", exact: true }).waitFor();
    await page.goto(`${server.address}/variables`);
    await page.getByRole("button", { name: "Add variable" }).click();
    await page.getByRole("dialog").getByText("It needs a key.").waitFor();
    expect(troubles).toEqual([]);
  });
});
