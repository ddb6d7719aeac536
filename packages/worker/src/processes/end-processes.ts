/** Ends what an attempt has running: SIGTERM, a grace, SIGKILL; its process group and whoever left the group. */
import { type Clock, MILLISECOND, type Micros } from "@momiji/core";
import { type FoundProcess, isGroupAlive, type ProcessScan, statOf } from "./marked-processes.ts";

export interface EndContext {
  readonly clock: Clock;
  readonly scan: ProcessScan;
  readonly graceMillis: number;
}

export interface Doomed {
  readonly attemptId: string;
  /** The group that its process leads; null: none is known. */
  readonly group: number | null;
}

/** How long SIGKILL is waited for; a process in uninterruptible sleep may take for ever. */
const AFTER_KILL_MILLIS = 2_000;

const FIRST_LOOK_MILLIS = 4;
const SLOWEST_LOOK_MILLIS = 100;

/** Resolves when nothing of it lives, or a little after SIGKILL. */
export async function endProcesses(doomed: Doomed, context: EndContext): Promise<void> {
  if (await endBy("SIGTERM", doomed, { context, millis: context.graceMillis })) return;
  await endBy("SIGKILL", doomed, { context, millis: AFTER_KILL_MILLIS });
}

/**
 * Until a look finds nobody any more: whoever forked while the others were signalled, or was just becoming another program
 * (its environment cannot be read then), is found by the next one.
 */
async function endBy(
  signal: NodeJS.Signals,
  doomed: Doomed,
  { context, millis }: { context: EndContext; millis: number },
): Promise<boolean> {
  const { clock } = context;
  const until = clock.now() + millis * MILLISECOND;
  let strays = await signalAll(doomed, signal, context);
  do {
    if (!(await areGone(doomed, strays, { clock, until }))) return false;
    strays = await signalAll({ ...doomed, group: null }, signal, context);
  } while (strays.length > 0 && clock.now() < until);
  return strays.length === 0;
}

/** Signals the group, and those outside it that carry the mark; returns the latter. */
async function signalAll(
  { attemptId, group }: Doomed,
  signal: NodeJS.Signals,
  context: EndContext,
): Promise<FoundProcess[]> {
  if (group !== null) send(-group, signal);
  const strays = (await context.scan.marked(attemptId)).filter(
    (found) => found.group !== group && found.pid !== process.pid,
  );
  for (const stray of strays) send(stray.pid, signal);
  return strays;
}

async function areGone(
  doomed: Doomed,
  strays: FoundProcess[],
  limit: { clock: Clock; until: Micros },
): Promise<boolean> {
  const { clock, until } = limit;
  for (let pause = FIRST_LOOK_MILLIS; ; pause = Math.min(pause * 2, SLOWEST_LOOK_MILLIS)) {
    const groupLives = doomed.group !== null && (await isGroupAlive(doomed.group));
    if (!groupLives && !(await anyAlive(strays))) return true;
    const now = clock.now();
    if (now >= until) return false;
    await new Promise<void>((resolve) => clock.setTimer(Math.min(until, now + pause * MILLISECOND), resolve));
  }
}

async function anyAlive(found: readonly FoundProcess[]): Promise<boolean> {
  for (const { pid, startTicks } of found) {
    const stat = await statOf(pid);
    if (stat !== null && !stat.isZombie && stat.startTicks === startTicks) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, or not ours to end.
  }
}
