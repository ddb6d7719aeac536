/** More questions to people than a page of the API holds, in a browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const QUESTIONS = 105;

const ASK = `import { dag } from "momiji";
import { approval } from "momiji/operators";
export default dag({ id: "ask", isPausedUponCreation: false, schedule: null }, () => {
  for (let count = 0; count < ${QUESTIONS}; count++) approval("ok_" + count, { subject: "Publish report " + count + "?" });
});
`;

let server: TestServer;

describe.runIf(hasBrowser)(`the inbox${browserNote}`, { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "ask.ts": ASK }, afterAll);
  }, 60_000);

  it("reads all questions as one looks further down, and says when those that are answered were", async () => {
    const runId = encodeURIComponent(await server.trigger("ask"));
    await server.onceStored(async () => {
      const { total_entries: total } = (await server.request(
        "GET",
        `/dags/ask/dagRuns/${runId}/taskInstances?state=awaiting_input`,
      )) as { readonly total_entries: number };
      return total === QUESTIONS ? true : undefined;
    });
    const { page, troubles } = await visit(server, "/required_actions");
    await page.getByRole("button", { name: "Publish report" }).first().waitFor();
    expect(await page.getByRole("columnheader", { name: "Answer", exact: true }).count()).toBe(0);
    await expect
      .poll(
        async () => {
          await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
          return page.locator(`[role="row"][aria-rowindex="${QUESTIONS + 1}"]`).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    const answer = { chosen_options: ["Approve"] };
    await server.request("PATCH", `/dags/ask/dagRuns/${runId}/taskInstances/ok_7/-1/hitlDetails`, answer);
    await page.goto(`${server.address}/required_actions?show=answered`);
    await page.getByRole("columnheader", { name: "Answered" }).waitFor();
    const row = page.getByRole("row", { name: /Publish report 7\?/ });
    expect(await row.getByRole("cell").last().innerText()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d JST$/);
    expect(troubles).toEqual([]);
  });
});
