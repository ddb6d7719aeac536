/** The log of one container, from where it was left to its end, whatever happens to the connection in between. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { ApiError, isPassing, isRefusal, Unreachable } from "../client/api-error.ts";
import { backOffMillis } from "../client/back-off.ts";
import type { Cluster } from "../client/cluster.ts";
import type { Contact } from "../client/contact.ts";
import { linesOf } from "../client/lines.ts";
import { type LogLine, microsOf, parseLogLine } from "./log-line.ts";
import { type LogPositions, TakenLines } from "./log-position.ts";
import { hasBegun, hasEnded } from "./pod-state.ts";
import type { PodIdentity, PodView } from "./pod-view.ts";

export interface LogReading {
  readonly ctx: JobContext;
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly view: PodView;
  readonly pod: PodIdentity;
  readonly positions: LogPositions;
  readonly container: string;
  /** Its name among the positions. */
  readonly key: string;
  /** What the lines are said to be from: `stdout`, or the container's name. */
  readonly source: string;
  /** Aborted: nothing more of it is wanted, not even what there is. */
  readonly signal: AbortSignal;
}

/** A connection that stays open although its container has ended is given up after so long. */
const SILENCE_MILLIS = 3_000;
/** How long the end of a log is asked for that its node does not give: as long as Kubernetes itself waits for a node that is silent. */
const LAST_MILLIS = 300_000;
/** How often, if it is the API server that says no. */
const LAST_TRIES = 6;
/** A connection that was cut is no news; a log that cannot be had is. */
const SAID_AFTER = 3;

/** @param over aborted: the container need not be waited for any longer; what it has written by then is read. */
export async function readLog(reading: LogReading, over: AbortSignal): Promise<void> {
  const { view, container, signal } = reading;
  let endedAt = Infinity;
  await view.until(() => over.aborted || hasBegun(view.pod, container));
  if (!hasBegun(view.pod, container)) return;
  for (let failures = 0; !signal.aborted;) {
    // Looked at before: what is read after its end is all of it.
    const isLast = view.isGone || over.aborted || hasEnded(view.pod, container);
    if (isLast) endedAt = Math.min(endedAt, performance.now());
    try {
      await (isLast ? readRest(reading) : followLines(reading, over));
      failures = 0;
      if (isLast) return;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      if (isLast && !canBeHad(error, { failures, millis: performance.now() - endedAt }))
        return sayIncomplete(reading, error as Error);
      if (error instanceof Unreachable) reading.contact.lost(error);
      else if (failures === SAID_AFTER) sayWaiting(reading, error as Error);
    }
    // Also after an end without a failure: a container that is being restarted ends its log too.
    await sleep(backOffMillis(failures + 1), null, { signal: AbortSignal.any([signal, over]) }).catch(() => undefined);
  }
}

/** The API server itself may be away for long, the node behind it not for ever: it may be gone. */
function canBeHad(error: unknown, { failures, millis }: { failures: number; millis: number }): boolean {
  if (error instanceof Unreachable && error.code !== "") return isPassing(error);
  if (isRefusal(error)) return false;
  const isOfNode = !(error instanceof ApiError) || isPassing(error);
  return isOfNode ? millis < LAST_MILLIS : failures < LAST_TRIES && error.status === 400;
}

function sayWaiting({ ctx, container }: LogReading, error: Error): void {
  ctx.say(`the log of container ${container} cannot be had for now: ${error.message}; trying again`, "warning");
}

function sayIncomplete({ ctx, view, container }: LogReading, error: Error): void {
  if (view.isGone && error instanceof ApiError && error.status === 404) return;
  const hint = isRefusal(error) ? "; the role needs the verb get on pods/log" : "";
  ctx.say(`the end of the log of container ${container} cannot be read: ${error.message}${hint}`, "warning");
}

async function followLines(reading: LogReading, over: AbortSignal): Promise<void> {
  const { view, container } = reading;
  const stop = new AbortController();
  const signal = AbortSignal.any([reading.signal, stop.signal]);
  // The connection ends with the container; one that does not is ended here.
  const ended = view
    .until(() => over.aborted || hasEnded(view.pod, container))
    .then(() => sleep(over.aborted ? 0 : SILENCE_MILLIS, null, { signal }))
    .catch(() => undefined)
    .finally(() => stop.abort());
  try {
    await takeLines(reading, { follow: true, signal });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    stop.abort();
    await ended;
  }
}

async function readRest(reading: LogReading): Promise<void> {
  await takeLines(reading, { follow: false, signal: reading.signal });
}

async function takeLines(
  reading: LogReading,
  { follow, signal }: { follow: boolean; signal: AbortSignal },
): Promise<void> {
  const { cluster, pod, container, key, positions, contact } = reading;
  const place = positions.placeOf(key);
  const query = { container, follow, timestamps: true, sinceTime: place?.since };
  const path = `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}/log`;
  const stream = await cluster.stream({ method: "GET", path, query, signal });
  contact.back();
  const taken = new TakenLines(place);
  let unshipped = 0;
  for await (const text of linesOf(stream, follow ? "dropped" : "kept")) {
    const line = parseLogLine(text);
    if (line !== null && taken.has(line.time)) continue;
    if (line !== null) shipLine(reading, line);
    // A word of the kubelet, such as "unable to retrieve container logs for ...".
    else if (text !== "") reading.ctx.say(text, "warning");
    unshipped += 1;
    if (unshipped < 256) continue;
    unshipped = 0;
    await reading.ctx.drained();
  }
}

function shipLine({ ctx, positions, key, source }: LogReading, { time, message }: LogLine): void {
  positions.take(key, time);
  ctx.line({ message, source, at: microsOf(time), position: positions.toString() });
}
