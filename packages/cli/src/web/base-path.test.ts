/** The web interface below a path of another site, in a browser. */
import { describe, expect, it } from "vitest";
import { newPlace, TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, SETTINGS, visit } from "./browser.testing.ts";

describe.runIf(hasBrowser)(`the web interface below a path${browserNote}`, { timeout: 180_000 }, () => {
  it("asks for nothing outside its path, and the policy of contents refuses nothing", async () => {
    const settings = { ...SETTINGS, MOMIJI__SERVER__BASEPATH: "/momiji" };
    const server = await new TestServer(newPlace(), { settings }).loaded();
    const { runId } = await server.run("good");
    const address = new URL("/momiji", server.address).href;
    const { page, troubles } = await visit({ address }, "/momiji/");
    const answer = await page.goto(`${address}/dags`);
    expect(answer?.headers()["content-security-policy"]).toContain("script-src");
    await page.getByRole("main").getByRole("link", { name: "good", exact: true }).first().click();
    await page.waitForURL(`${address}/dags/good`);
    const run = `${address}/dags/good/runs/${encodeURIComponent(runId)}`;
    for (const path of [run, `${address}/dags/good/code`, `${address}/help/guides/bash`]) {
      await page.goto(path);
      await page.getByRole("main").getByRole("heading").first().waitFor();
      expect(page.url().startsWith(`${address}/`)).toBe(true);
    }
    await page.goto(`${run}/tasks/hello/log`);
    await page.getByText("good", { exact: true }).last().waitFor();
    expect(troubles).toEqual([]);
  });
});
