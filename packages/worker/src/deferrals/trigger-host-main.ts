/** A process of triggers: authors' code that waits for one event each. */
import { asWritten, notLoadable, triggerIn } from "../function-lane/child-bundles.ts";
import { bundleOf, type Running, serve, settings } from "../hosts/host-child.ts";
import { taskContext } from "../task-context.ts";
import { outcomeOfThrown } from "../thrown.ts";
import { xcomValue } from "../xcom-value.ts";
import type { Fired } from "./fired.ts";
import type { TriggerWork } from "./trigger-work.ts";

serve(firedBy);

async function firedBy({ bundle: ref, facts, work, services }: Running<TriggerWork>): Promise<Fired> {
  if (ref === null) return { outcome: notLoadable(new Error("a trigger is in the bundle of its DAG")) };
  let bundle;
  try {
    bundle = await bundleOf(ref);
  } catch (error) {
    return { outcome: notLoadable(error) };
  }
  const definition = triggerIn(bundle, work.name);
  if (!("run" in definition)) return { outcome: definition };
  try {
    const event = await firstOf(definition.run(taskContext(facts, services), work.params));
    return { event: xcomValue("the trigger's event", event ?? null, settings.maxXComBytes) };
  } catch (error) {
    return { outcome: asWritten(outcomeOfThrown(error), ref) };
  }
}

/** The first event counts; a generator is told to end after it. */
async function firstOf(events: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  if (!(Symbol.asyncIterator in events)) return await events;
  for await (const event of events) return event;
  throw new Error("the trigger ended without an event");
}
