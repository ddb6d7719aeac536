/** Checks of the logs: numbered without a gap, and of a finished attempt every line that it printed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { logPath } from "@momiji/worker";
import type { CheckResult } from "./finding.ts";
import type { AttemptRow, StoreRows } from "./store-rows.ts";
import { expected } from "./workload/workload.ts";

export function checkLogs({ attempts }: StoreRows, home: string): CheckResult {
  const violations: string[] = [];
  let looked = 0;
  for (const attempt of attempts) {
    if (attempt.attemptId === null) continue;
    looked++;
    const path = logPath(join(home, "logs"), { ...attempt, mapIndex: -1 });
    for (const problem of problemsOf(attempt, path))
      violations.push(`${attempt.instance}, try ${attempt.tryNumber} (${attempt.outcome}): ${problem}`);
  }
  return { name: "every log is without a gap, of finished attempts whole", looked, violations };
}

interface Line {
  readonly seq: number;
  readonly source: string;
  readonly message: string;
}

function problemsOf({ dagId, taskId, outcome }: AttemptRow, path: string): string[] {
  const task = expected.get(dagId)?.get(taskId);
  const isFinished = outcome === "success" || outcome === "failed";
  const lines = readLines(path);
  const problems: string[] = [];
  // Whoever was killed while it wrote a line has left a part of it: that attempt did not finish.
  if (lines.includes(null) && (isFinished || lines.indexOf(null) < lines.length - 1))
    problems.push("a line is cut short");
  const whole = lines.filter((line) => line !== null);
  if (whole.some(({ seq }, index) => seq !== index + 1))
    problems.push(`numbers of its lines: ${whole.map(({ seq }) => seq).join(" ")}`);
  if (!isFinished || task === undefined) return problems;
  const said = whole
    .filter(({ source, message }) => source !== "momiji" && message.startsWith("line "))
    .map(({ message }) => message);
  const wanted = Array.from({ length: task.lines }, (_, index) => `line ${index + 1} of ${task.lines}`);
  if (said.join("\n") !== wanted.join("\n"))
    problems.push(`${said.length} of ${task.lines} lines of output, in this order: ${said.join(", ").slice(0, 200)}`);
  return problems;
}

/** Null: a line that is not whole. No file: no lines. */
function readLines(path: string): (Line | null)[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return [];
  }
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      try {
        return JSON.parse(line) as Line;
      } catch {
        return null;
      }
    });
}
