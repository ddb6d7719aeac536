/** Notifiers: ready-made callbacks that are data, so that they stand in the spec with their params and can be rendered. */
import type { CallbackSpec } from "@momiji/core";
import type { CallbackContext } from "./callback-context.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { jsonObject } from "./json-value.ts";
import { brandNotifier, type CallbackBody, type Notifier } from "./notifier-object.ts";
import { present } from "./present.ts";
import { checkedParams, type StandardSchema } from "./standard-schema.ts";

export interface NotifierParts {
  readonly name: string;
  readonly lane: CallbackSpec["lane"];
  /** Must be JSON; fields that are undefined are left out. */
  readonly params: object;
  readonly required?: readonly string[];
  readonly templateFields?: readonly string[];
  readonly body?: CallbackBody;
}

/** For notifiers that a worker knows by name, and for `defineNotifier`. */
export function notifierOf({ name, lane, params, required = [], templateFields = [], body }: NotifierParts): Notifier {
  const place = `notifier ${name}`;
  const found = jsonObject(params, "params", place);
  const missing = required.find((field) => !Object.hasOwn(found, field));
  if (missing !== undefined) throw new DagDefinitionError(place, `it needs ${missing}`);
  const templated = templateFields.filter((field) => Object.hasOwn(found, field));
  const spec = {
    name,
    lane,
    ...present<Pick<CallbackSpec, "params" | "templateFields">>({
      params: Object.keys(found).length === 0 ? undefined : found,
      templateFields: templated.length === 0 ? undefined : templated,
    }),
  };
  return brandNotifier({ spec, body });
}

export interface NotifierSource<Params, Field> {
  /** For people: shown with each delivery. */
  readonly name: string;
  /** Params whose texts are templates. */
  readonly templateFields?: readonly Field[];
  /** Called once a delivery; what it throws lets the callback be delivered again. The params travelled as JSON. */
  notify(ctx: CallbackContext, params: Params): unknown;
}

/** Makes a notifier of one's own. Its code stays in the bundle of the DAG. Without a schema its params are as `notify` states. */
export function defineNotifier<In, Params, const Field extends keyof In & string = never>(
  source: NotifierSource<Params, Field> & { readonly params: StandardSchema<In, Params> },
): (params: In) => Notifier;
export function defineNotifier<Params, const Field extends keyof Params & string = never>(
  source: NotifierSource<Params, Field> & { readonly params?: never },
): (params: Params) => Notifier;
export function defineNotifier<In, Params>(
  source: NotifierSource<Params, string> & { readonly params?: StandardSchema<In, Params> },
): (params: In) => Notifier {
  const { name, params: schema, templateFields = [] } = source;
  const read = (params: unknown): Params =>
    schema === undefined ? (params as Params) : checkedParams(schema, params, name);
  return (params) =>
    notifierOf({
      name,
      lane: "function",
      params: params as object,
      templateFields,
      body: (ctx, rendered) => source.notify(ctx, read(rendered)),
    });
}
