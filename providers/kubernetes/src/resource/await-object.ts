/** Waits for what was asked for: that an object is as wanted, or that it is gone. */
import { JobFailure, type JobContext } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";
import type { Contact } from "../client/contact.ts";
import type { ApiObject } from "../client/objects.ts";
import { untilObject } from "../client/watched-object.ts";
import { holds, inWords, type ObjectTest, wantedInWords } from "./object-test.ts";

export type AwaitedObject = {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  /** Of its kind. */
  readonly path: string;
};

export interface Waiting {
  readonly ctx: JobContext;
  readonly cluster: Cluster;
  readonly contact: Contact;
  /** Aborted: nobody waits any longer. */
  readonly signal: AbortSignal;
  /** Aborted: it has taken too long. */
  readonly late: AbortSignal;
  readonly seconds: number;
}

/** Throws a `JobFailure` when one of `never` holds, when the object is gone, or when it is late. */
export async function untilHolds(
  waiting: Waiting,
  object: AwaitedObject,
  { all, never }: { all: readonly ObjectTest[]; never: readonly ObjectTest[] },
): Promise<void> {
  const what = `${object.kind} ${object.name}`;
  let last: ApiObject | null = null;
  const found = await watch(waiting, object, (seen) => {
    last = seen;
    return never.some((test) => holds(seen, test)) || all.every((test) => holds(seen, test));
  });
  if (waiting.signal.aborted) return;
  const seen: ApiObject | null = found ?? last;
  const failed = seen === null ? undefined : never.find((test) => holds(seen, test));
  if (seen !== null && failed !== undefined) {
    throw new JobFailure(`${what} has failed: ${inWords(seen, failed)}`, { code: "resource_failed" });
  }
  if (found !== null) return waiting.ctx.say(`${what} is as wanted: ${all.map(wantedInWords).join(", ")}`);
  if (!waiting.late.aborted) {
    throw new JobFailure(`${what} is gone: somebody deleted it while it was waited for`, { code: "job_gone" });
  }
  const missing = all.find((test) => seen === null || !holds(seen, test));
  const wanted = missing === undefined ? "" : ` (${wantedInWords(missing)})`;
  const words = missing === undefined || seen === null ? "it was not seen" : inWords(seen, missing);
  throw new JobFailure(`${what} was not as wanted${wanted} within ${waiting.seconds} s: ${words}`, {
    code: "wait_timeout",
  });
}

interface Held extends ApiObject {
  readonly metadata: ApiObject["metadata"] & { readonly finalizers?: readonly string[] };
}

/** Says what holds it. Throws a `JobFailure` when it is late. */
export async function untilGone(waiting: Waiting, object: AwaitedObject): Promise<void> {
  const what = `${object.kind} ${object.name}`;
  let holders = "";
  await watch(waiting, object, ({ metadata }: Held) => {
    const now = (metadata.finalizers ?? []).filter((name) => name !== "foregroundDeletion").join(", ");
    if (now !== holders && now !== "") waiting.ctx.say(`${what} is held by the finalizers ${now}`);
    holders = now;
    return false;
  });
  if (waiting.signal.aborted || !waiting.late.aborted) return;
  const why =
    holders === ""
      ? "what belongs to it may not be gone yet"
      : `the finalizers ${holders} hold it, and whoever put them there has not taken them off: is that controller running?`;
  throw new JobFailure(`${what} was not gone within ${waiting.seconds} s: ${why}`, { code: "wait_timeout" });
}

async function watch<T extends ApiObject>(
  { signal: given, cluster, contact, late }: Waiting,
  { path, name, uid }: AwaitedObject,
  test: (object: T) => boolean,
): Promise<T | null> {
  const signal = AbortSignal.any([given, late]);
  return await untilObject<T>({ path, name, uid }, { cluster, contact, signal }, test);
}
