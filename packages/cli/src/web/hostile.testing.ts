/** Strings that mean harm, and an installation that has them in every field that a user can set. */
import type { TestServer } from "../bad-input/server.testing.ts";
import { send, type Visit } from "./browser.testing.ts";

const HTML = `<img src=x onerror="window.harmed=1"><script>window.harmed=2</script><svg onload="window.harmed=3">`;
const LINK = "javascript:window.harmed=4";
const RTL = "\u202Edesrever\u202C \u0627\u0644\u0639\u0631\u0628\u064A\u0629";
const ANSI = "\u001B[31mred\u001B[0m";
const EMOJI = "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇯🇵";
const HIDDEN = "zero\u200B\u200D\uFEFFwidth";
const LONG = "x".repeat(10_000);
/** All of them in one, for fields of any length. */
export const ALL = [HTML, LINK, RTL, ANSI, EMOJI, HIDDEN, LONG].join(" ");
/** For what stands in one line of a form or an address. */
const LINE = ALL.slice(0, 1000);
/** For names, which have an end. */
export const NAME = `${HTML.slice(0, 44)} ${RTL} ${EMOJI} ${HIDDEN} ${"y".repeat(100)}`;
const MARKDOWN = `# ${HTML}\n[click](${LINK}) ![pic](${LINK}) <iframe src="${LINK}"></iframe> \`${ANSI}\`\n\n${LONG}`;
const COMMAND = `printf '%s\\n' '${ALL.replaceAll("'", "")}'; exit 3`;

/** Ids hold little; the longest must fit. */
export const DAG_ID = `hostile.${"d".repeat(242)}`;
export const TASK_ID = `work.${"t".repeat(245)}`;
export const RUN_ID = `javascript:a~.+-${"z".repeat(200)}`;

const DAGS = `import { asset, dag, deadlineReference } from "momiji";
import { bash, choose, form } from "momiji/operators";
import { z } from "zod";
const [html, link, line, name, long, markdown, command] = ${JSON.stringify([HTML, LINK, LINE, NAME, ALL, MARKDOWN, COMMAND])};
const texts = { title: line, description: markdown };
const params = z.object({
  [name]: z.string().default(long).meta(texts),
  one: z.enum([html, link]).default(html).meta(texts),
  many: z.array(z.string()).default([line]).meta({ ...texts, examples: [line] }),
  text: z.string().default(markdown).meta({ ...texts, format: "multiline" }),
  any: z.object({ a: z.string() }).default({ a: line }).meta(texts),
});
const made = asset({ name: html.slice(0, 60), uri: link, group: line.slice(0, 200), extra: { [html]: long } });
export const hostile = dag(
  {
    id: ${JSON.stringify(DAG_ID)}, isPausedUponCreation: false, schedule: null, dagDisplayName: name, description: long, docMd: markdown,
    tags: [name.slice(0, 90)], defaults: { owner: name }, params,
    deadline: { name, reference: deadlineReference.dagrunQueuedAt, interval: { milliseconds: 1 }, callback: () => undefined },
  },
  ({ task, group }) => {
    bash(${JSON.stringify(TASK_ID)}, { command, taskDisplayName: name, docMd: markdown, queue: name, outlets: [made] });
    task("throws", () => { throw new Error(long); });
    task("returns", () => ({ [html]: long, list: [{ [html]: line }] }));
    task.map("mapped", { over: { value: [line, html, link] }, mapIndexTemplate: "{{ inputs.value }}" }, ({ value }) => value);
    group("g".repeat(100), { tooltip: long, groupDisplayName: name }, () => void bash("inside", { command: "true" }));
  },
);
export const asks = dag({ id: "asks", isPausedUponCreation: false, schedule: null }, () => {
  choose("choose", { subject: line, body: markdown, options: [html, link, name] });
  form("form", { subject: line, body: markdown, params, options: [html, link] });
});
export const daily = dag({ id: "daily", schedule: "@daily", startDate: "2026-01-01", isPausedUponCreation: true }, () => {
  bash("work", { command: "true", pool: name });
});
export const reads = dag({ id: "reads", schedule: [made], isPausedUponCreation: true }, () => void bash("work", { command: "true" }));
`;

export const FILES = {
  "hostile.ts": DAGS,
  // What is wrong, and the code around it, is shown.
  [`${HTML.replaceAll("/", "").slice(0, 80)}.ts`]: `const text = ${JSON.stringify(ALL)};\nthrow new Error(text);\n`,
};

/** Writes them where no file of a DAG says them. */
export async function fill(server: TestServer): Promise<void> {
  await fillSettings(server);
  const run = { dag_run_id: RUN_ID, logical_date: null, note: LINE, conf: { [HTML]: ALL, text: MARKDOWN } };
  const runs = `/dags/${DAG_ID}/dagRuns`;
  await server.request("POST", runs, run);
  await server.endOf(DAG_ID, encodeURIComponent(RUN_ID));
  const task = `${runs}/${encodeURIComponent(RUN_ID)}/taskInstances/${TASK_ID}`;
  await server.request("PATCH", task, { note: LINE });
  await server.request("POST", `${task}/xcomEntries`, { key: NAME, value: { [HTML]: ALL } });
  const dates = { from_date: "2026-01-01T00:00:00Z", to_date: "2026-01-03T00:00:00Z" };
  await server.request("POST", "/backfills", { dag_id: "daily", ...dates, dag_run_conf: { [HTML]: ALL } });
  const { assets } = (await server.request("GET", "/assets")) as {
    readonly assets: readonly { readonly id: number }[];
  };
  await server.request("POST", "/assets/events", { asset_id: assets[0]?.id, extra: { [HTML]: ALL } });
  await ask(server);
}

async function fillSettings(server: TestServer): Promise<void> {
  const description = ALL;
  await server.request("POST", "/pools", { name: NAME, slots: 1, description });
  await server.request("POST", "/variables", { key: NAME, value: ALL, description });
  const connection = { connection_id: "hostile", conn_type: HTML, host: LINK, login: NAME, schema: ALL, description };
  await server.request("POST", "/connections", { ...connection, extra: JSON.stringify({ [HTML]: ALL }) });
  const user = { username: NAME, first_name: HTML, last_name: RTL, email: LINK, roles: [], password: "long enough" };
  await server.request("POST", "/auth/fab/v1/users", user);
  await server.request("POST", "/auth/fab/v1/roles", { name: NAME, actions: [] });
}

/** Two questions, one of them asked twice and answered once, with what it was answered. */
async function ask(server: TestServer): Promise<void> {
  for (const id of ["answered", "open"]) {
    await server.request("POST", "/dags/asks/dagRuns", { dag_run_id: id, logical_date: null });
    await server.onceStored(async () => {
      const path = `/dags/asks/dagRuns/${id}/hitlDetails`;
      const { total_entries: total } = (await server.request("GET", path)) as { readonly total_entries: number };
      return total === 2 ? true : undefined;
    });
  }
  const answer = { chosen_options: [LINK], params_input: { [NAME]: ALL, one: LINK, many: [LINE], text: MARKDOWN } };
  const task = "/dags/asks/dagRuns/answered/taskInstances/form";
  await server.request("PATCH", `${task}/-1/hitlDetails`, answer);
  // A comment is kept so.
  await server.request("PATCH", task, { note: LINE });
}

/** What only the reader themselves can set: names of their tokens, and of views of lists. */
export async function fillOwn(visited: Visit, { address }: TestServer): Promise<void> {
  const view = { list: "dags", name: LINE, search: { q: LINE, tags: [HTML] } };
  for (const [method, path, body] of [
    ["POST", "tokens", { name: NAME }],
    ["PUT", "me/views", [view]],
  ] as const) {
    const answer = await send(visited, [method, `${address}/api/momiji/v1/${path}`], body);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  }
}

/** Everything of an address that is read: what it does not know it drops. */
const words = [
  "q",
  "state",
  "tags",
  "sort",
  "cols",
  "owners",
  "dag_id_pattern",
  "run_type",
  "before",
  "find",
  "line",
  "level",
  "root",
  "zoom",
  "from",
  "tab",
  "panel",
];
export const QUERY = `?${new URLSearchParams(words.map((word) => [word, LINE])).toString()}`;

export { LINE };
