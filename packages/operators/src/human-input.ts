/** Tasks that ask a person (Airflow's `ApprovalOperator`, `HITLOperator`, `HITLBranchOperator`, `HITLEntryOperator`). */
import { APPROVE, type InputUser, REJECT } from "@momiji/core";
import {
  type Callbacks,
  type DurationInput,
  type EdgeEnd,
  type InputPlacement,
  type Output,
  placeTask,
  type Sent,
  type StandardJsonSchema,
  type TaskOptions,
} from "@momiji/sdk";

export interface QuestionOptions extends TaskOptions {
  /** One line: what is asked. A template. */
  readonly subject: string;
  /** What one must know to answer, in Markdown. A template. */
  readonly body?: string;
  /** From the question on; then the defaults are taken, or the task fails. Without it `executionTimeout`; default: no limit. */
  readonly responseTimeout?: DurationInput;
  /** Who may answer, by id; default: everybody. */
  readonly assignedUsers?: readonly (string | InputUser)[];
  /** Told when the question is asked. */
  readonly notifiers?: Callbacks;
}

/** The return value of a task that asked, in Airflow's words. */
export interface Answer<Option extends string = string, Form = { readonly [name: string]: never }> {
  readonly chosen_options: readonly Option[];
  readonly params_input: Form;
  /** ISO 8601. */
  readonly responded_at: string;
  /** Null: nobody answered in time, and the defaults were taken. */
  readonly responded_by_user: { readonly id: string; readonly name: string } | null;
  readonly timedout: boolean;
}

export interface ApprovalOptions extends QuestionOptions {
  readonly defaults?: "Approve" | "Reject";
  /** A rejection fails the task. Default: it skips what follows. */
  readonly failOnReject?: boolean;
  /** A rejection skips everything behind the task, whatever its trigger rules. Default: what follows it directly. */
  readonly ignoreDownstreamTriggerRules?: boolean;
}

/** Asks for Approve or Reject. */
export function approval(id: string, options: ApprovalOptions): Output<Answer<"Approve" | "Reject">> {
  const { defaults, failOnReject, ignoreDownstreamTriggerRules, ...question } = options;
  return ask(id, question, {
    kind: "approval",
    options: [APPROVE, REJECT],
    defaults,
    failOnReject,
    ignoreDownstreamTriggerRules,
  });
}

export interface ChooseOptions<Option extends string> extends QuestionOptions {
  readonly options: readonly Option[];
  readonly defaults?: NoInfer<Option> | readonly NoInfer<Option>[];
  /** Several may be chosen. */
  readonly multiple?: boolean;
}

/** Asks for one of several options, or for some of them. */
export function choose<const Option extends string>(
  id: string,
  { options, defaults, multiple, ...question }: ChooseOptions<Option>,
): Output<Answer<Option>> {
  return ask(id, question, { kind: "choose", options, defaults, multiple });
}

export interface ChooseBranchOptions<Option extends string> extends QuestionOptions {
  /** What each option runs: tasks and groups of this DAG. They come directly after this task; what is not chosen is skipped. */
  readonly branches: { readonly [option in Option]: EdgeEnd };
  readonly defaults?: NoInfer<Option> | readonly NoInfer<Option>[];
  readonly multiple?: boolean;
}

/** Asks which way to go on. */
export function chooseBranch<const Option extends string>(
  id: string,
  { branches, defaults, multiple, ...question }: ChooseBranchOptions<Option>,
): Output<Answer<Option>> {
  const options = Object.keys(branches) as Option[];
  const output = ask<Option>(id, question, { kind: "branch", options, defaults, multiple, branches });
  output.before(...Object.values<EdgeEnd>(branches));
  return output;
}

export interface FormOptions<In, Form, Option extends string> extends QuestionOptions {
  /** The fields: any Standard Schema that writes JSON Schema, of an object. */
  readonly params: StandardJsonSchema<In, Form>;
  /** How the form may be sent. Default: `OK`. */
  readonly options?: readonly Option[];
  /** Default with the default options: `OK`, so that when the time is up the fields' own defaults are taken. */
  readonly defaults?: NoInfer<Option> | readonly NoInfer<Option>[];
}

/** Asks for the fields of a form. */
export function form<In, Form, const Option extends string = "OK">(
  id: string,
  { params, options, defaults, ...question }: FormOptions<In, Form, Option>,
): Output<Answer<Option, Sent<In>>> {
  return ask(id, question, {
    kind: "form",
    form: params,
    options: options ?? ["OK"],
    defaults: defaults ?? (options === undefined ? "OK" : undefined),
  });
}

function ask<Option extends string, Form = { readonly [name: string]: never }>(
  id: string,
  { subject, body, responseTimeout, assignedUsers, notifiers, ...options }: QuestionOptions,
  input: InputPlacement,
): Output<Answer<Option, Form>> {
  return placeTask({
    id,
    operator: input.kind === "branch" ? "choose_branch" : input.kind,
    lane: "input",
    params: { subject, body },
    required: ["subject"],
    templateFields: ["subject", "body"],
    options,
    input: { ...input, responseTimeout, assignees: assignedUsers, notifiers },
  });
}
