/** What a failed test saw is kept. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { browserNote, hasBrowser, keep, stranger } from "./browser.testing.ts";

describe.runIf(hasBrowser)(`what a failed test saw${browserNote}`, { timeout: 60_000 }, () => {
  it("is kept as a picture of each page and a trace", async () => {
    const folder = mkdtempSync(join(tmpdir(), "momiji-failures-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { page, context } = await stranger({ address: "data:" });
    await page.goto("data:text/html,<h1>One</h1>");
    await (await context.newPage()).goto("data:text/html,<h1>Other</h1>");
    await keep(context, 'fails: "always"', folder);
    expect(readdirSync(folder).toSorted()).toEqual(
      ["fails-always-.png", "fails-always--tab2.png", "fails-always-.zip"].toSorted(),
    );
    expect(readFileSync(join(folder, "fails-always-.png")).subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(folder, "fails-always-.zip")).subarray(0, 2).toString()).toBe("PK");
  });
});
