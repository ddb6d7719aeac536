/** Every reason has words and something to do about it, in every language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allWords } from "../../../i18n/words.testing.ts";
import { momentsOf } from "./moments.ts";
import { passedText } from "./passed-words.ts";
import { remediesOf } from "./remedies.ts";
import type { Words } from "./speech.ts";
import { type Reason, reasonText, rootOf, SAY } from "./why-words.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..", "..", "..");

/** As the core knows them: its list is the enum of the document. */
const document = JSON.parse(readFileSync(join(ROOT, "packages", "api", "openapi.json"), "utf8")) as {
  readonly components: {
    readonly schemas: {
      readonly Reason: { readonly properties: { readonly code: { readonly enum: readonly Reason["code"][] } } };
    };
  };
};
const CODES = document.components.schemas.Reason.properties.code.enum;

const en = (await allWords("en")).getFixedT("en", ["why", "states"]);
const ja = (await allWords("ja")).getFixedT("ja", ["why", "states"]);

const PLACE = { dagId: "etl", runId: "monday", taskId: "load", mapIndex: -1 };
const COUNTS = { total: 2, success: 1, skipped: 0, failed: 0, upstreamFailed: 0, removed: 0 };
const ENDED = { state: "failed", try_number: 2, max_tries: 1, end_date: "2026-03-10T12:00:00Z" };

/** What the server tells of each, as far as words need it. */
const DETAILS: { readonly [code: string]: { readonly [name: string]: unknown } } = {
  import_error: { file: "etl.ts", version: 3 },
  run_queued: { limit: 1, runs: ["sunday"] },
  run_running: { unfinished_count: 1, total: 4 },
  backfill_paused: { backfill_id: 7 },
  backfill_max_active_runs: { limit: 2, backfill_id: 7 },
  run_ended: {
    state: "failed",
    reason: "failed at its end: a",
    run_end: { code: "failed_at_end", names: ["a"], more: 2 },
  },
  no_such_task_instance: { name: "load[3]" },
  ended: { ...ENDED, cause: "attempt", no_retry: { why: "used_up", retries: 1 } },
  caused_by: { ...ENDED, task_id: "extract", map_index: -1, cause: "attempt" },
  held: { state: "running", worker: "w-3" },
  awaiting_input: { assignees: ["Sato"] },
  deadline_pending: { run_id: "monday", name: null, ordinal: 0 },
  deadline_missed: { run_id: "monday", name: "morning", ordinal: 0 },
  upstream: { trigger_rule: "all_success", counts: COUNTS, waits_for: ["extract"] },
  mapping: { group: "g", waits_for: ["list"] },
  deferred: { trigger: "timer" },
  start_date: { of: "task" },
  end_date: { of: "dag" },
  max_active_runs: { count: 1, limit: 1 },
  catchup_held: { count: 5000, limit: 100, isMore: false, from: "2020-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" },
  run_type_not_allowed: { run_type: "scheduled", allowed: ["manual"] },
  assets: { missing: ["orders"], has: [] },
  pool: { name: "tiny", limit: 1, used: 1, asks: 1 },
  max_active_tasks: { name: "r", limit: 1, used: 1 },
  max_active_tis_per_dag: { name: "load", limit: 1, used: 1 },
  max_active_tis_per_dagrun: { name: "load", limit: 2, used: 2 },
  executor: { name: "local", limit: 4, used: 4 },
};

function reason(code: string, details = DETAILS[code]): Reason {
  const said = { text: "the server says so", remedy: "do `it`" };
  return { code: code as Reason["code"], ...said, ...(details === undefined ? {} : { details }) };
}

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}/u;

test("the words are those of every code that the core knows", () => {
  expect(Object.keys(SAY).toSorted()).toEqual([...CODES].toSorted());
  expect(CODES).toContain("pool");
});

test.each(CODES)("%s is told in both languages, with nothing left open", (code) => {
  const [english, japanese] = [reasonText(reason(code), en), reasonText(reason(code), ja)];
  expect(english).not.toBe("The server says so");
  expect(english).not.toMatch(/\{\{|why:|reason\.|undefined|null|NaN/);
  expect(japanese).toMatch(JAPANESE);
  expect(japanese).not.toMatch(/\{\{|why:|reason\.|undefined|null|NaN/);
  expect(remediesOf(reason(code), PLACE)).not.toBeNull();
});

test("a code of a later server is told in its own words", () => {
  expect(reasonText(reason("moon_phase"), ja)).toBe("The server says so");
  expect(remediesOf(reason("moon_phase"), PLACE)).toBeNull();
});

test("a reason whose data say too little is told in the server's words", () => {
  expect(reasonText(reason("upstream", {}), en)).toBe("The server says so");
  expect(reasonText(reason("upstream", { trigger_rule: "one_moon" }), en)).toBe("The server says so");
});

test("one of something is not many", () => {
  expect(reasonText(reason("max_active_tasks"), en)).toBe(
    "One task of the run is active, which is its limit (max_active_tasks 1).",
  );
  expect(reasonText(reason("run_queued"), en)).toBe(
    "The run waits: one run of the DAG may run at once (max_active_runs).",
  );
});

interface End {
  readonly cause: string;
  readonly more: { readonly [name: string]: unknown };
  readonly english: string;
  readonly japanese: string;
}

test.each<End>([
  {
    cause: "attempt",
    more: { no_retry: { why: "no_retries" } },
    english: "failed in try 2 of 2. It has no retries.",
    japanese: "再試行は設定されていません",
  },
  {
    cause: "marked",
    more: { marked_by: "rin", marked_with: { kind: "group", name: "g" } },
    english: "marked failed by rin. The group g",
    japanese: "rin",
  },
  {
    cause: "decided",
    more: { decided_by: "b", operator: "branch" },
    english: "b (branch) decided against it.",
    japanese: "b（branch）",
  },
  {
    cause: "rule",
    more: { trigger_rule: "all_success", counts: COUNTS },
    english: "can no longer be met: it needs every upstream",
    japanese: "満たせなく",
  },
  {
    cause: "fail_fast",
    more: { blamed: ["a", "b", "c", "d"] },
    english: "a, b, c, and 1 more failed",
    japanese: "ほか1件",
  },
  {
    cause: "run",
    more: { reason: "marked failed", run_end: { code: "marked" } },
    english: "It ended with its run.",
    japanese: "実行と一緒に",
  },
  { cause: "no_task", more: { version: 4 }, english: "Version 4 of the DAG", japanese: "バージョン 4" },
])("an end because of $cause is told", ({ cause, more, english, japanese }) => {
  const ended = reason("ended", { ...ENDED, cause, ...more });
  expect(reasonText(ended, en)).toContain(english);
  expect(reasonText(ended, ja)).toContain(japanese);
});

test("a paused DAG is switched on here, the command stands beside it", () => {
  expect(remediesOf(reason("dag_paused"), PLACE)).toMatchObject([
    {
      words: "switchOn",
      act: { request: { kind: "switch", dagId: "etl", isOn: true } },
      command: "momiji dags unpause etl",
    },
  ]);
});

test("what failed further up is opened at its log, and cleared with what failed after it", () => {
  const link = { page: "task", task: { dagId: "etl", runId: "monday", taskId: "extract", mapIndex: 2 } };
  const [root] = remediesOf(reason("caused_by", { ...ENDED, task_id: "extract", map_index: 2 }), PLACE) ?? [];
  expect(root).toMatchObject({ link, command: "momiji tasks logs etl monday extract --map-index 2" });
  const own = remediesOf(reason("ended", { ...ENDED, state: "upstream_failed", cause: "rule" }), PLACE);
  expect(own).toMatchObject([{ words: "clearFailed", act: { request: { onlyFailed: true } } }]);
});

test("an end further up begins with its task, in both languages, and nothing else has a root", () => {
  const root = reason("caused_by", { ...ENDED, task_id: "extract", map_index: 2 });
  expect(rootOf(root)).toBe("extract[2]");
  for (const t of [en, ja]) expect(reasonText(root, t).startsWith("extract[2]")).toBe(true);
  expect(rootOf(reason("ended", { ...ENDED, task_id: "extract" }))).toBeNull();
  expect(rootOf(reason("caused_by", { more: ["a", "b"] }))).toBeNull();
});

test("moments come with what they are", () => {
  const moments = momentsOf(reason("retry_wait", { until: "2026-03-10T12:00:00Z", reason: null, next: null }));
  expect(moments).toEqual([{ name: "until", at: "2026-03-10T12:00:00Z", isAwaited: true }]);
});

test("checks that were passed are told with their numbers, in both languages", () => {
  const check = (code: string, details?: { readonly [name: string]: unknown }) =>
    ({ code, text: "the server says so", ...(details === undefined ? {} : { details }) }) as Parameters<
      typeof passedText
    >[0];
  const pool = { name: "tiny", limit: 4, used: 1, asks: 2 };
  expect(passedText(check("pool", pool), en)).toBe("Room in pool tiny: 3 of 4 free, it needs 2.");
  expect(passedText(check("pool", { ...pool, limit: -1 }), en)).toBe("Room in pool tiny: no limit, 1 taken.");
  expect(passedText(check("upstream", { trigger_rule: "all_success", counts: { ...COUNTS, success: 2 } }), en)).toBe(
    "Its trigger rule is met: it needs every upstream task to succeed; of 2 upstream: 2 success.",
  );
  expect(passedText(check("moon_phase"), en)).toBe("The server says so");
  for (const code of ["dag_paused", "no_scheduler", "run_queued", "depends_on_past", "retry_wait", "executor"]) {
    expect(passedText(check(code, pool), en)).not.toMatch(/The server|\{\{|why:/);
    expect(passedText(check(code, pool), ja)).toMatch(JAPANESE);
  }
});
