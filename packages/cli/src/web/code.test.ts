/** The code of DAGs as people read it: one version, two beside each other, and who may not. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const nightly = (id: string, extra: string) => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "${id}", isPausedUponCreation: false, schedule: null }, () => {
  const extract = bash("extract", { command: "echo extracted" });
${extra}});
`;

/** As long as nobody's screen. */
const LONG = Array.from({ length: 300 }, (_, at) => `  // remark ${at}\n`).join("");

const LOAD = `${LONG}  extract.before(bash("load", { command: "echo '<script>alert(1)</script>'" }));\n`;
const FIRST = nightly("nightly", LOAD);
const BEFORE = nightly("changing", LOAD);
const AFTER = nightly(
  "changing",
  `${LONG}  extract.before(bash("load", { command: "echo harder; exit 3" }), bash("audit", { command: "true" }));\n`,
);
const LINE_OF_LOAD = 305;

let server: TestServer;

async function change(): Promise<void> {
  writeFileSync(join(server.place.dags, "changing.ts"), AFTER);
  await server.onceStored(async () => {
    const { total_entries: total } = (await server.request("GET", "/dags/changing/dagVersions")) as {
      total_entries: number;
    };
    return total === 2 ? true : undefined;
  });
}

describe.runIf(hasBrowser)(`code in the web interface${browserNote}`, { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": FIRST, "changing.ts": BEFORE }, afterAll);
  }, 60_000);

  it("shows a file, leads to the line of a task, and keeps the line in the address", async () => {
    const { page, troubles } = await visit(server, "/dags/nightly/code");
    const code = page.getByRole("textbox", { name: "Code of nightly, v1" });
    await code.locator(".tok-keyword", { hasText: "import" }).first().waitFor();
    expect(await code.locator(".cm-line").count()).toBeLessThan(150);
    await page.getByRole("combobox", { name: "Go to task" }).fill("load");
    await page.getByRole("option", { name: "load", exact: true }).click();
    const sought = code.locator("[data-sought]");
    await sought.getByText("<script>alert(1)</script>").waitFor();
    expect(new URL(page.url()).search).toBe(`?line=${LINE_OF_LOAD}`);
    await page.reload();
    await sought.getByText("<script>alert(1)</script>").waitFor();
    await code.focus();
    await page.keyboard.press("Control+f");
    await page.getByRole("textbox", { name: "Find" }).pressSequentially("remark 7");
    await page.keyboard.press("Enter");
    await code.locator(".cm-searchMatch-selected").getByText("remark 7").waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows what two versions differ in, in structure and in code, side by side and inline, also from a failure that came with a change", async () => {
    const before = await server.run("changing");
    const { page, troubles, requests } = await visit(server, "/dags/changing/code");
    await page.getByText("Used by one run").waitFor();
    await change();
    await page.getByText("2 versions").waitFor();
    await page.getByText("No run has used it").waitFor();
    requests();
    await page.getByRole("combobox", { name: "Compare with" }).click();
    await page.getByRole("option", { name: /^v1 / }).click();
    await page.getByRole("region", { name: "Structure" }).getByText("extract → audit").waitFor();
    await page.getByRole("textbox", { name: "v1", exact: true }).getByText("echo '<script>").waitFor();
    await page.getByRole("textbox", { name: "v2", exact: true }).getByText("echo harder").waitFor();
    expect(requests().filter((request) => /versions|dagSources/i.test(request))).toEqual([
      "GET /api/momiji/v1/dags/changing/versions/diff?a=1&b=2",
    ]);
    await page.locator(".cm-collapsedLines").first().waitFor();
    await page.getByText("Inline", { exact: true }).click();
    const inline = page.getByRole("textbox", { name: "v1 and v2, what differs" });
    await inline.locator(".cm-deletedChunk").getByText("<script>").waitFor();
    expect(new URL(page.url()).search).toBe("?version=2&against=1&shape=inline");
    const { runId, state } = await server.run("changing");
    expect([before.state, state]).toEqual(["success", "failed"]);
    await page.goto(`${server.address}/dags/changing/runs/${encodeURIComponent(runId)}/tasks/load`);
    const card = page.getByRole("region", { name: "Failure" });
    const lastSuccess = card.getByRole("paragraph").filter({ hasText: "Last success" }).getByRole("link");
    expect(decodeURIComponent((await lastSuccess.getAttribute("href")) ?? "")).toContain(before.runId);
    await card.getByRole("link", { name: /v2/ }).click();
    await page.waitForURL("**/dags/changing/code?version=2&against=1");
    await page.getByRole("textbox", { name: "v2", exact: true }).getByText("echo harder").waitFor();
    expect(troubles).toEqual([]);
  });
});
