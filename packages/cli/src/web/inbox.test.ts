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

/** Several answers at once, and a field that must be filled in. */
const MANY = `import { dag } from "momiji";
import { choose, form } from "momiji/operators";
import { z } from "zod";
export default dag({ id: "many", isPausedUponCreation: false, schedule: null }, () => {
  choose("parts", { subject: "Which parts?", options: ["north", "south"], multiple: true });
  form("why", { subject: "Why so?", params: z.object({ reason: z.string().min(1) }) });
});
`;

let server: TestServer;

describe.runIf(hasBrowser)(`the inbox${browserNote}`, { timeout: 120_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "ask.ts": ASK, "many.ts": MANY }, afterAll);
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
    const ofRun = `/required_actions?dag_id=ask&dag_run_id=${runId}`;
    const { page, troubles } = await visit(server, ofRun);
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
    await page.goto(`${server.address}${ofRun}&show=answered`);
    await page.getByRole("columnheader", { name: "Answered" }).waitFor();
    const row = page.getByRole("row", { name: /Publish report 7\?/ });
    // A row is drawn with its name first.
    await expect.poll(() => row.getByRole("cell").last().innerText()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d JST$/);
    expect(troubles).toEqual([]);
  });

  it("says why an answer cannot be sent yet, and leads to the field that is missing", async () => {
    const runId = encodeURIComponent(await server.trigger("many"));
    await server.onceStored(async () => {
      const { total_entries: total } = (await server.request(
        "GET",
        `/dags/many/dagRuns/${runId}/taskInstances?state=awaiting_input`,
      )) as { readonly total_entries: number };
      return total === 2 ? true : undefined;
    });
    const { page, troubles } = await visit(server, `/dags/many/runs/${runId}/tasks/parts`);
    const question = page.getByRole("region", { name: "Question" });
    const send = question.getByRole("button", { name: "Answer", exact: true });
    await send.waitFor();
    expect(
      await send.evaluate(
        (button) => button.ownerDocument.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
      ),
    ).toBe("Choose an answer first.");
    await question.getByRole("checkbox", { name: "south" }).check();
    await send.click();
    await question.getByText('answered "south"').waitFor();
    await page.goto(`${server.address}/dags/many/runs/${runId}/tasks/why`);
    await question.getByRole("button", { name: /^OK/ }).click();
    const reason = question.getByRole("textbox", { name: "reason" });
    await expect.poll(() => reason.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    await reason.fill("it rains");
    await question.getByRole("button", { name: /^OK/ }).click();
    await question.getByText('answered "OK"').waitFor();
    expect(troubles).toEqual([]);
  });
});
