/** Callbacks, deadlines and questions to people, in the schema of `DagSpec`. */
import type { CallbackSpec, DagCallbacks, TaskCallbacks } from "../callback-spec.ts";
import type { DeadlineSpec } from "../deadline-spec.ts";
import type { InputSpec, InputUser } from "../input-spec.ts";
import type { JsonSchema } from "../json-schema.ts";
import {
  anyJson,
  atLeastOne,
  closed,
  flag,
  instant,
  jsonByName,
  name,
  names,
  type PropertiesOf,
  seconds,
} from "./words.ts";

const callback: PropertiesOf<CallbackSpec> = {
  name,
  lane: { enum: ["function", "async", "process"] },
  params: jsonByName,
  templateFields: names,
};

const callbacks: JsonSchema = { type: "array", items: closed(callback, ["name", "lane"]), minItems: 1 };

const ofTask: PropertiesOf<TaskCallbacks> = {
  onExecute: callbacks,
  onSuccess: callbacks,
  onFailure: callbacks,
  onRetry: callbacks,
  onSkipped: callbacks,
};
const ofDag: PropertiesOf<DagCallbacks> = { onSuccess: callbacks, onFailure: callbacks };

export const taskCallbacks: JsonSchema = closed(ofTask, []);
export const dagCallbacks: JsonSchema = closed(ofDag, []);

const deadline: PropertiesOf<DeadlineSpec> = {
  name,
  reference: {
    oneOf: [
      closed({ kind: { const: "logical-date" } }, ["kind"]),
      closed({ kind: { const: "queued-at" } }, ["kind"]),
      closed({ kind: { const: "fixed" }, at: instant }, ["kind", "at"]),
      closed({ kind: { const: "average-runtime" }, maxRuns: atLeastOne, minRuns: atLeastOne }, [
        "kind",
        "maxRuns",
        "minRuns",
      ]),
    ],
  },
  interval: { oneOf: [{ type: "number" }, closed({ variable: name }, ["variable"])] },
  callbacks,
};

export const deadlines: JsonSchema = {
  type: "array",
  items: closed(deadline, ["reference", "interval", "callbacks"]),
  minItems: 1,
};

const user: PropertiesOf<InputUser> = { id: name, name };

const question: PropertiesOf<InputSpec> = {
  kind: { enum: ["approval", "choose", "branch", "form"] },
  options: { type: "array", items: name, minItems: 1 },
  defaults: names,
  multiple: flag,
  form: closed({ schema: anyJson, defaults: jsonByName }, ["schema", "defaults"]),
  assignees: { type: "array", items: closed(user, ["id", "name"]), minItems: 1 },
  responseTimeoutSeconds: seconds,
  failOnReject: flag,
  ignoreDownstreamTriggerRules: flag,
  branches: { type: "object", additionalProperties: names },
  onInput: callbacks,
};

export const input: JsonSchema = closed(question, ["kind", "options"]);
