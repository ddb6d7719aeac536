/** `momiji db clean`: removes old history now, beside a running server or without one. Airflow's options. */
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Graphs, listedInstance, presentRun, presentTaskInstance } from "@momiji/api";
import type { Micros } from "@momiji/core";
import { Pace, sweep, type SweepRules, wordsOf } from "@momiji/scheduler";
import type { RemovableRun, Store } from "@momiji/store";
import type { Command } from "commander";
import type { CommandContext } from "../../context.ts";
import { CliError } from "../../errors.ts";
import { type Home, prepareHome } from "../../home.ts";
import { readInstant } from "../../instant-option.ts";
import { formatRows, readFormat } from "../../output.ts";
import { openLogStore } from "../../logs/open-log-store.ts";
import { openStoreToWrite } from "../../presets/open-store.ts";
import { sweepFiles } from "../../presets/sweep-files.ts";
import { progressOf } from "../../progress.ts";

const TABLES = ["dag_run", "dag_version", "import_error", "asset_event", "event_log", "log", "bundle"];

interface Options {
  home?: string;
  output: string;
  cleanBeforeTimestamp: string;
  tables?: string;
  dagIds?: string;
  excludeDagIds?: string;
  keepLast: string;
  dryRun?: boolean;
  skipArchive?: boolean;
  yes?: boolean;
}

export function registerClean(parent: Command, context: CommandContext): void {
  parent
    .command("clean")
    .description("remove old history: runs with all that belongs to them, logs, and what nothing needs any more")
    .requiredOption("--clean-before-timestamp <instant>", "what is older goes: ISO 8601 with an offset, or a day")
    .option("-t, --tables <names>", `only of these kinds, separated by commas: ${TABLES.join(", ")}`)
    .option("--dag-ids <ids>", "only runs of these DAGs, separated by commas")
    .option("--exclude-dag-ids <ids>", "no runs of these DAGs")
    .option("--keep-last <n>", "finished runs of a DAG that stay however old they are", "1")
    .option("--dry-run", "only count what would go")
    .option("--skip-archive", "keep no copy of the runs (else in the folder archive of the home)")
    .option("-y, --yes", "do not ask")
    .option("--home <dir>", "home folder")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: Options) => {
      const home = context.home(options);
      const rules = rulesOf(options);
      readFormat(options.output);
      if (options.dryRun === true) return context.readStore(home, (store) => count(context, store, { rules, options }));
      if (options.yes !== true) {
        throw new CliError("usage", "nothing was removed: say --yes to remove it, or --dry-run to see what would go");
      }
      await clean(context, home, { rules, options });
    });
}

interface Task {
  readonly rules: SweepRules;
  readonly options: Options;
}

async function count(context: CommandContext, store: Store, { rules, options }: Task): Promise<void> {
  let runs = 0;
  const dagIds = rules.runs === null ? [] : await store.listDagIds();
  for (const dagId of dagIds) {
    if (rules.runs !== null && rules.isWanted?.(dagId) !== false)
      runs += await store.countRemovableRuns(dagId, rules.runs);
  }
  const { versionsBefore, importErrorsBefore } = rules;
  const rows = [
    { table: "dag_run", rows: runs },
    { table: "dag_version", rows: versionsBefore === null ? 0 : await store.countUnusedVersions(versionsBefore) },
    {
      table: "import_error",
      rows: importErrorsBefore === null ? 0 : await store.countImportErrors(importErrorsBefore),
    },
  ];
  context.print(await formatRows(rows, ["table", "rows"], readFormat(options.output)));
}

async function clean(context: CommandContext, home: Home, { rules, options }: Task): Promise<void> {
  const { config } = await context.config();
  prepareHome(home);
  const logStore = await openLogStore(config, context.cwd);
  const store = await openStoreToWrite(home, config);
  const progress = progressOf(context, () => context.clock.now());
  let runs = 0;
  const archive = options.skipArchive === true ? null : archiveIn(home, context.clock.now());
  try {
    const onRun = async (run: RemovableRun): Promise<void> => {
      progress.show(`Removing runs: ${++runs} (${run.dagId} ${run.runId})`);
      if (archive !== null) await archive.keep(store, run);
    };
    const pace = new Pace(context.clock, new AbortController().signal);
    const files = sweepFiles({ home, logStore, warn: (message) => context.warn(`${message}\n`) });
    const swept = await sweep({ store, files, pace, onRun }, rules);
    progress.done();
    context.print(`Removed ${wordsOf(swept) || "nothing"}\n`);
    if (archive !== null && swept.runs > 0) context.print(`A copy of the runs is in ${archive.file}\n`);
  } finally {
    await store.close();
    await logStore?.close?.();
  }
}

/** One line of JSON a run, with its task instances. */
function archiveIn(home: Home, now: Micros) {
  const folder = join(home.folder, "archive");
  const file = join(folder, `runs-${now}.ndjson`);
  return {
    file,
    keep: async (store: Store, { dagId, runId }: RemovableRun): Promise<void> => {
      const found = await store.findRun(dagId, runId);
      if (found === null) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const version = await new Graphs(store).version(dagId, found.run.dagVersion);
      const instances = found.instances.map((instance) =>
        presentTaskInstance(listedInstance(found.run, instance), version),
      );
      const line = { ...presentRun(found.run, version), task_instances: instances };
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  };
}

function rulesOf({ cleanBeforeTimestamp, tables, dagIds, excludeDagIds, keepLast }: Options): SweepRules {
  const before = readInstant("--clean-before-timestamp", cleanBeforeTimestamp);
  const wanted = tables === undefined ? TABLES : namesOf(tables);
  const unknown = wanted.find((name) => !TABLES.includes(name));
  if (unknown !== undefined)
    throw new CliError("usage", `there is no table ${unknown}; known are ${TABLES.join(", ")}`);
  const keep = Number(keepLast);
  if (!Number.isInteger(keep) || keep < 1) throw new CliError("usage", "--keep-last must be a whole number from 1");
  const only = dagIds === undefined ? null : new Set(namesOf(dagIds));
  const never = new Set(namesOf(excludeDagIds ?? ""));
  const at = (table: string): Micros | null => (wanted.includes(table) ? before : null);
  return {
    runs: wanted.includes("dag_run") ? { before, keep, most: null } : null,
    isWanted: (dagId) => (only?.has(dagId) ?? true) && !never.has(dagId),
    versionsBefore: at("dag_version"),
    importErrorsBefore: at("import_error"),
    assetEventsBefore: at("asset_event"),
    eventLogBefore: at("event_log"),
    logsBefore: at("log"),
    storedLogsBefore: at("log"),
    bundlesBefore: at("bundle"),
  };
}

function namesOf(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
