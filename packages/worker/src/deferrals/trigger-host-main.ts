/**
 * A process of triggers: authors' code that waits, as promises, tens of thousands at once. One that blocks would keep all the
 * others waiting: it is found out, and the process ended; one that ends the process has them all started again. Ends when the worker vanishes.
 */
import { inspect } from "node:util";
import type { AttemptOutcome, Json } from "@momiji/core";
import { Questions } from "../function-lane/child-questions.ts";
import { asWritten, type Bundle, load, loadedBundle, notLoadable, triggerIn } from "../function-lane/child-bundles.ts";
import { LazyAbort } from "../lazy-abort.ts";
import { OutletNotes } from "../task-assets.ts";
import { taskContext } from "../task-context.ts";
import { outcomeOfThrown } from "../thrown.ts";
import { xcomValue } from "../xcom-value.ts";
import { inTheNameOf, watchForBusyCode } from "./busy-watch.ts";
import type { FromHost, HostedTrigger, HostSettings, ToHost } from "./host-protocol.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as HostSettings;
const begun = performance.now();
const waiting = new Map<string, LazyAbort>();
let asking = "";
const questions = new Questions((number, question) => tell(["ask", asking, number, question]));

function tell(message: FromHost): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

async function start(trigger: HostedTrigger): Promise<void> {
  const id = trigger.facts.attemptId;
  const abort = new LazyAbort();
  waiting.set(id, abort);
  const message = await outcomeOf(trigger, abort);
  // It may have been stopped, and started again, meanwhile.
  if (waiting.get(id) !== abort) return;
  waiting.delete(id);
  tell(message);
}

async function outcomeOf(trigger: HostedTrigger, abort: LazyAbort): Promise<FromHost> {
  const id = trigger.facts.attemptId;
  const failed = (outcome: AttemptOutcome): FromHost => ["failed", id, outcome];
  const owner = { id, bundle: trigger.bundle };
  let bundle;
  try {
    bundle = loadedBundle(trigger.bundle) ?? (await inTheNameOf(owner, () => loadInTurn(trigger.bundle)));
  } catch (error) {
    return failed(notLoadable(error));
  }
  const definition = triggerIn(bundle, trigger.name);
  if (!("run" in definition)) return failed(definition);
  try {
    const run = (): Promise<unknown> => firstOf(definition.run(contextOf(trigger, abort), trigger.params));
    const event = await inTheNameOf(owner, run);
    return ["fired", id, xcomValue("the trigger's event", event ?? null, settings.maxXComBytes)];
  } catch (error) {
    return failed(asWritten(outcomeOfThrown(error), trigger.bundle));
  }
}

let loading: Promise<unknown> = Promise.resolve();

/** One bundle after another. */
function loadInTurn(ref: HostedTrigger["bundle"]): Promise<Bundle> {
  const loaded = loading.then(() => loadedBundle(ref) ?? load(ref));
  loading = loaded.catch(() => undefined);
  return loaded;
}

/** The first event counts; a generator is told to end after it. */
async function firstOf(events: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  if (!(Symbol.asyncIterator in events)) return await events;
  for await (const event of events) return event;
  throw new Error("the trigger ended without an event");
}

function contextOf({ facts }: HostedTrigger, abort: LazyAbort): ReturnType<typeof taskContext> {
  const id = facts.attemptId;
  return taskContext(facts, {
    now: () => settings.now + Math.round((performance.now() - begun) * 1000),
    log: (level, message) => tell(["said", id, level, message]),
    maskSecret: (value) => tell(["secret", id, value]),
    signal: () => abort.signal(),
    outlets: new OutletNotes([], 0),
    push: (key, value) => tell(["pushed", id, [{ key, value: checked(key, value) }]]),
    ask: (question) => {
      asking = id;
      return questions.ask(question);
    },
  });
}

function checked(key: string, value: Json): Json {
  return xcomValue(`the value pushed as "${key}"`, value, settings.maxXComBytes);
}

function stop(id: string): void {
  const abort = waiting.get(id);
  waiting.delete(id);
  abort?.abort("the trigger is no longer waited for");
}

watchForBusyCode(settings.blockedAfterMillis);
process.on("message", (message: ToHost) => {
  switch (message[0]) {
    case "start":
      void start(message[1]);
      break;
    case "stop":
      stop(message[1]);
      break;
    case "answer":
      questions.answer(message[1], message[2]);
      break;
    case "refuse":
      questions.refuse(message[1], message[2]);
      break;
  }
});
// Of whom it was is not known: all others shall not pay for it.
process.on("uncaughtException", (error) => process.stderr.write(`${inspect(error)}\n`));
process.once("disconnect", () => process.exit(0));
process.on("SIGTERM", () => {});
