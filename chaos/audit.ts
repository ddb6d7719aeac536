/** Everything that must hold once the chaos is over and the server has stopped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkAccounts, checkOverlaps } from "./audit-attempts.ts";
import { checkLogs } from "./audit-logs.ts";
import { checkInstances, checkRuns, checkXComs } from "./audit-runs.ts";
import type { CheckResult } from "./finding.ts";
import { readJournal } from "./journal.ts";
import { type FoundProcess, processesWith } from "./processes.ts";
import type { Server } from "./server.ts";
import { readStore } from "./store-rows.ts";
import type { Work } from "./work.ts";
import { TRACE_VARIABLE } from "./workload/trace.ts";

/** What still runs so long after the end was left behind. */
const LEFT_BEHIND_MILLIS = 5_000;

/** Nothing of any attempt runs once all runs have ended, be the server up or not. */
export async function checkTasksGone(server: Server): Promise<CheckResult> {
  const left = await remaining(server, ({ attemptId }) => attemptId !== null);
  return { name: "no process of a task is left", looked: 1, violations: left };
}

/** To be called when the server has stopped. */
export async function audit(server: Server, work: Work): Promise<CheckResult[]> {
  const left = await remaining(server, () => true);
  const store = readStore(join(server.home, "momiji.db"));
  const journal = readJournal(server.folder);
  const { code, output } = server.command("db", "check");
  return [
    checkRuns(store, work.acknowledged),
    checkInstances(store),
    checkAccounts(store, journal),
    checkOverlaps(journal),
    checkLogs(store, server.home),
    checkXComs(store),
    { name: "no process of a server is left", looked: 1, violations: left },
    { name: "`momiji db check` finds the store sound", looked: 1, violations: code === 0 ? [] : [output] },
    checkWords(server),
  ];
}

async function remaining(server: Server, isMeant: (found: FoundProcess) => boolean): Promise<string[]> {
  const deadline = performance.now() + LEFT_BEHIND_MILLIS;
  for (;;) {
    const left = processesWith(TRACE_VARIABLE, server.folder).filter(isMeant);
    if (left.length === 0 || performance.now() > deadline) {
      return left.map(
        ({ pid, attemptId, command }) =>
          `process ${pid}${attemptId === null ? "" : ` of attempt ${attemptId}`}: ${command}`,
      );
    }
    await pause(50);
  }
}

const ERROR_LEVEL = 50;

/** What a server calls an error, or says outside its log (an exception that nobody caught), is none of chaos's business. */
function checkWords(server: Server): CheckResult {
  const lines = readFileSync(server.log, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !isPlain(line));
  return { name: "no server has called anything an error", looked: 1, violations: lines };
}

function isPlain(line: string): boolean {
  if (!line.startsWith("{")) return /^Momiji runs at |^Sign in as admin |DAGs? loaded; |^Stopping; /.test(line);
  try {
    return (JSON.parse(line) as { level: number }).level < ERROR_LEVEL;
  } catch {
    // Cut short by a kill.
    return true;
  }
}
