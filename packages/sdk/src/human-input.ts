/** Tasks that ask a person: from what an operator is given to the spec. */
import type { InputSpec, InputUser } from "@momiji/core";
import type { Callbacks } from "./callback-options.ts";
import { specsOf } from "./callbacks.ts";
import { onlyKnown, show } from "./checks.ts";
import { paramsSpec } from "./dag-params.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, positiveSecondsOf } from "./duration.ts";
import { entriesOf } from "./edge-end.ts";
import type { CallbackBodies, CallbackBody } from "./notifier-object.ts";
import type { EdgeEnd } from "./output.ts";
import { present, unless } from "./present.ts";
import type { StandardJsonSchema } from "./standard-schema.ts";

export interface InputPlacement {
  readonly kind: InputSpec["kind"];
  readonly options: readonly string[];
  readonly defaults?: string | readonly string[] | undefined;
  readonly multiple?: boolean | undefined;
  readonly form?: StandardJsonSchema | undefined;
  /** Ids, or ids with the names that people know. */
  readonly assignees?: readonly (string | InputUser)[] | undefined;
  readonly responseTimeout?: DurationInput | undefined;
  readonly failOnReject?: boolean | undefined;
  readonly ignoreDownstreamTriggerRules?: boolean | undefined;
  readonly branches?: { readonly [option: string]: EdgeEnd } | undefined;
  readonly notifiers?: Callbacks | undefined;
}

/** `executionTimeout`: what the task says of its time; without a response timeout it is that, as in Airflow. */
export function readInput(
  input: InputPlacement,
  { executionTimeout, place }: { readonly executionTimeout: DurationInput | undefined; readonly place: string },
): { readonly spec: InputSpec; readonly bodies: CallbackBodies } {
  const { kind, options, branches } = input;
  const bodies = new Map<string, CallbackBody>();
  const defaults = typeof input.defaults === "string" ? [input.defaults] : input.defaults;
  checkOptions(input, defaults, place);
  const timeout = input.responseTimeout ?? executionTimeout;
  const chosen = branches && Object.entries(branches).map(([option, end]) => [option, entriesOf(end, place)] as const);
  const spec: InputSpec = {
    kind,
    options,
    ...present<Omit<InputSpec, "kind" | "options">>({
      defaults,
      multiple: unless(input.multiple, false),
      form: input.form && paramsSpec(input.form, `${place}, params`),
      assignees: input.assignees?.map((user) => (typeof user === "string" ? { id: user, name: user } : user)),
      responseTimeoutSeconds: timeout && positiveSecondsOf(timeout, `${place}, responseTimeout`),
      failOnReject: unless(input.failOnReject, false),
      ignoreDownstreamTriggerRules: unless(input.ignoreDownstreamTriggerRules, false),
      branches: chosen && Object.fromEntries(chosen),
      onInput: specsOf(input.notifiers, { event: "on_input", bodies, place: `${place}, notifiers` }),
    }),
  };
  return { spec, bodies };
}

function checkOptions(
  { options, multiple, assignees }: InputPlacement,
  defaults: readonly string[] | undefined,
  place: string,
): void {
  if (options.length === 0) throw new DagDefinitionError(`${place}, options`, "there must be at least one");
  const twice = options.find((option, index) => options.indexOf(option) !== index);
  if (twice !== undefined) throw new DagDefinitionError(`${place}, options`, `${show(twice)} is there twice`);
  onlyKnown(
    Object.fromEntries((defaults ?? []).map((option) => [option, true])),
    Object.fromEntries(options.map((option) => [option, true])),
    `${place}, defaults`,
  );
  if ((defaults?.length ?? 0) > 1 && multiple !== true)
    throw new DagDefinitionError(`${place}, defaults`, "more than one default needs multiple: true");
  if (assignees?.length === 0) throw new DagDefinitionError(`${place}, assignedUsers`, "nobody could answer");
}
