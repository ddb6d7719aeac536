/** Strings that mean harm, in every field that a user can set: they are text on every page, nothing runs, and no page grows wider. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, type Settled, serve, settledOf, visit } from "./browser.testing.ts";

const HTML = `<img src=x onerror="window.harmed=1"><script>window.harmed=2</script><svg onload="window.harmed=3">`;
const LINK = "javascript:window.harmed=4";
const RTL = "\u202Edesrever\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629";
const ANSI = "\u001B[31mred\u001B[0m";
const EMOJI = "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵";
const HIDDEN = "zero\u200B\u200D\uFEFFwidth";
const LONG = "x".repeat(10_000);
/** All of them in one, for fields of any length. */
const ALL = [HTML, LINK, RTL, ANSI, EMOJI, HIDDEN, LONG].join(" ");
/** For names, which have an end. */
const NAME = `${HTML.slice(0, 44)} ${RTL} ${EMOJI} ${HIDDEN} ${"y".repeat(100)}`;
const MARKDOWN = `# ${HTML}\n[click](${LINK}) ![pic](${LINK}) <iframe src="${LINK}"></iframe> \`${ANSI}\`\n\n${LONG}`;

const COMMAND = `printf '%s\\n' '${HTML.replaceAll("'", "")} ${ANSI} ${RTL}'; exit 3`;

const DAG = `import { asset, dag } from "momiji";
import { bash } from "momiji/operators";
const [name, long, markdown, command] = ${JSON.stringify([NAME, ALL, MARKDOWN, COMMAND])};
export default dag(
  {
    id: "hostile", isPausedUponCreation: false, schedule: null, dagDisplayName: name, description: long, docMd: markdown,
    tags: [name.slice(0, 90)], defaults: { owner: name },
  },
  () => void bash("work", {
    command, taskDisplayName: name, docMd: markdown,
    outlets: [asset({ name: ${JSON.stringify(HTML.slice(0, 60))}, uri: ${JSON.stringify(LINK)} })],
  }),
);
`;

async function fill(server: TestServer): Promise<string> {
  const description = ALL;
  await server.request("POST", "/pools", { name: NAME, slots: 1, description });
  await server.request("POST", "/variables", { key: NAME, value: ALL, description });
  const connection = { connection_id: "hostile", conn_type: HTML, host: LINK, login: NAME, schema: ALL, description };
  await server.request("POST", "/connections", { ...connection, extra: JSON.stringify({ [HTML]: ALL }) });
  const user = { username: NAME, first_name: HTML, last_name: RTL, email: LINK, roles: [], password: "long enough" };
  await server.request("POST", "/auth/fab/v1/users", user);
  await server.request("POST", "/auth/fab/v1/roles", { name: NAME, actions: [] });
  // Ids of runs hold little; the longest must fit.
  const runId = `javascript:a~.+-${"z".repeat(200)}`;
  await server.request("POST", "/dags/hostile/dagRuns", {
    dag_run_id: runId,
    logical_date: null,
    note: ALL.slice(0, 1000),
  });
  await server.onceStored(async () => {
    const { dag_runs: runs } = (await server.request("GET", "/dags/hostile/dagRuns")) as {
      dag_runs: { state: string }[];
    };
    return runs[0]?.state === "failed" ? true : undefined;
  });
  return runId;
}

/** What must hold on every page. */
const HARMLESS = { harmed: null, frames: 0, pictures: 0, links: 0, wide: 0 };

const LOOK = `({
  harmed: window.harmed ?? null,
  frames: document.querySelectorAll("main iframe, main script, main object, main embed").length,
  pictures: document.querySelectorAll("main img[src]").length,
  links: [...document.querySelectorAll("a[href]")].filter((a) => /^(javascript|data|vbscript):/i.test(a.href)).length,
  wide: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
})`;

/** At a desk and on a phone; empty: nothing is wrong. */
async function wrongs(page: Page, settled: Settled): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await settled();
    const seen = JSON.stringify(await page.evaluate(LOOK));
    if (seen !== JSON.stringify(HARMLESS)) found.push(`${width} ${new URL(page.url()).pathname.slice(0, 40)}: ${seen}`);
  }
  return found;
}

describe.runIf(hasBrowser)(`strings that mean harm${browserNote}`, { timeout: 120_000 }, () => {
  let server: TestServer;
  let runId: string;

  beforeAll(async () => {
    server = await serve({ "hostile.ts": DAG }, afterAll);
    runId = await fill(server);
  }, 60_000);

  it("are text on every page, at a desk and on a phone", async () => {
    const run = `/dags/hostile/runs/${encodeURIComponent(runId)}`;
    const ofDag = ["", "/runs", "/tasks", "/schedule", "/code", "/events", "/details"].map(
      (tab) => `/dags/hostile${tab}`,
    );
    const browse = ["/", "/dags", "/runs", "/task_instances", "/assets", "/import_errors", "/workers", "/events"];
    const settings = ["/pools", "/variables", "/connections", "/security/users", "/security/roles"];
    const named = [`/pools/${encodeURIComponent(NAME)}`, `/security/users/${encodeURIComponent(NAME)}`];
    const { page, context } = await visit(server, "/");
    const settled = settledOf(page);
    const opened: string[] = [];
    page.on("dialog", (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    context.on("page", (other) => opened.push(`a window at ${other.url()}`));
    const found: string[] = [];
    for (const path of [...browse, ...ofDag, run, `${run}/tasks/work`, ...settings, ...named]) {
      await follow(page, path);
      found.push(...(await wrongs(page, settled)));
    }
    expect([found, opened]).toEqual([[], []]);
  });

  it("are text in the dialogs that show them again", async () => {
    const { page } = await visit(server, "/pools");
    const settled = settledOf(page);
    for (const path of ["/pools", "/variables"]) {
      await page.goto(`${server.address}${path}`);
      for (const act of ["Edit", "Delete"]) {
        await page.getByRole("button", { name: act }).first().click();
        await page.getByRole("dialog").waitFor();
        expect(await wrongs(page, settled)).toEqual([]);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
    }
  });
});
