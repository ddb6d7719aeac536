/** What a notifier is, and the code of a callback. Recognised by a brand, as DAGs are. */
import type { CallbackSpec, Json } from "@momiji/core";
import type { CallbackContext } from "./callback-context.ts";

const BRAND = Symbol.for("momiji.notifier");

type Values = { readonly [name: string]: Json };

/** The code behind a callback of lane `function`. */
export type CallbackBody = (ctx: CallbackContext, params: Values) => unknown;

export interface Notifier {
  readonly [BRAND]: true;
  readonly spec: CallbackSpec;
  readonly body: CallbackBody | undefined;
}

export function brandNotifier(notifier: Omit<Notifier, typeof BRAND>): Notifier {
  return { [BRAND]: true, ...notifier };
}

export function isNotifier(value: unknown): value is Notifier {
  return typeof value === "object" && value !== null && (value as { [BRAND]?: unknown })[BRAND] === true;
}

/** Code by what it is called for and which of several, see `bodyKey`. */
export type CallbackBodies = ReadonlyMap<string, CallbackBody>;
