/** Tasks that decide about the tasks after them: what `branch`, `shortCircuit` and operators like them have in common. */
import type { Json } from "@momiji/core";
import { addTask } from "./add-task.ts";
import type { AuthorMapping } from "./author-mapping.ts";
import { cutOff, decideBranch } from "./branch-choice.ts";
import { currentDraft } from "./current-draft.ts";
import { takeMapping } from "./current-mapping.ts";
import type { DagDraft } from "./dag-draft.ts";
import type { DagFields } from "./dag-fields.ts";
import { edgeNode } from "./edge-end.ts";
import type { FunctionArguments } from "./function-arguments.ts";
import type { EdgeEnd, Inputs } from "./output.ts";
import { present } from "./present.ts";
import { skipDecision } from "./skip-decision.ts";
import { type AdaptContext, functionBody } from "./task-body.ts";
import type { TaskContext } from "./task-context.ts";
import type { TaskNode } from "./task-node.ts";
import type { TaskOptions } from "./task-options.ts";

/** What a branch may run next, by a name for each: tasks, groups, or lists of these. */
export interface Choices {
  readonly [name: string]: EdgeEnd;
}

export interface Decider {
  readonly draft: DagDraft;
  readonly adapt: AdaptContext;
  readonly id: string;
}

/** A branch of an operator's own, added to the DAG that is being built. `choose` gives names of choices; null: none. */
export function placeBranch(branch: {
  readonly id: string;
  readonly operator: string;
  readonly options: TaskOptions;
  readonly choices: Choices;
  /** JSON; each instance may have its own where the operator is mapped. */
  readonly params?: object;
  /** Params that must be there. */
  readonly required?: readonly string[];
  readonly choose: (ctx: TaskContext, params: Params) => string | null | Promise<string | null>;
}): TaskNode {
  const { id, operator, options, choices, choose, params, required } = branch;
  const draft = currentDraft(`${operator}(${JSON.stringify(id)})`);
  const run = choose as (...args: readonly unknown[]) => unknown;
  const paramsMapping = takeMapping();
  const given = { operator, options, choices, run };
  return addBranchTo(
    { draft, id, adapt: (ctx) => ctx },
    { ...given, ...present<Fields>({ params, required, paramsMapping }), inputs: undefined },
  );
}

type Params = { readonly [name: string]: Json };

/** A gate of an operator's own: where it is closed, what comes right after it is skipped. `dag`: its DAG as a whole. */
export function placeGate(gate: {
  readonly id: string;
  readonly operator: string;
  readonly options: TaskOptions;
  readonly isOpen: (ctx: TaskContext, dag: DagFields) => boolean | Promise<boolean>;
}): TaskNode {
  const { id, operator, options, isOpen } = gate;
  const draft = currentDraft(`${operator}(${JSON.stringify(id)})`);
  const run = (ctx: unknown) => isOpen(ctx as TaskContext, draft.fields);
  const given = { operator, options, run, inputs: undefined, ignoreDownstreamTriggerRules: false };
  return addGateTo({ draft, id, adapt: (ctx) => ctx }, given);
}

interface Fields {
  readonly inputs?: Inputs;
  readonly params?: object;
  readonly required?: readonly string[];
  /** What the function is mapped over: the values are among its inputs. */
  readonly mapping?: AuthorMapping;
  readonly paramsMapping?: AuthorMapping;
}

type Deciding = FunctionArguments & Omit<Fields, "inputs"> & { readonly operator: string };

export function addBranchTo(decider: Decider, given: Deciding & { readonly choices: Choices }): TaskNode {
  const { draft, id } = decider;
  const ends = Object.entries(given.choices).map(
    ([name, end]) => [name, [end].flat().map((one) => edgeNode(one, draft))] as const,
  );
  const choices = new Map(ends.map(([name, nodes]) => [name, nodes.map((node) => node.id)]));
  const taskId = draft.fullId(id);
  const task = addDecider(decider, given, (returned) => decideBranch({ draft, taskId, choices }, returned));
  task.before(...Object.values(given.choices));
  return task;
}

export function addGateTo(
  decider: Decider,
  given: Deciding & { readonly ignoreDownstreamTriggerRules: boolean },
): TaskNode {
  const { draft, id } = decider;
  const taskId = draft.fullId(id);
  return addDecider(decider, given, (value) =>
    value ? value : skipDecision(cutOff(draft, taskId, given.ignoreDownstreamTriggerRules), value),
  );
}

/** `decide` turns what the function returned into what is handed on; a function that is not async stays so. */
function addDecider({ draft, adapt, id }: Decider, given: Deciding, decide: (returned: unknown) => unknown): TaskNode {
  const { inputs, options, run, operator, params, required, mapping, paramsMapping } = given;
  const takesValues = inputs !== undefined || mapping !== undefined;
  return addTask(draft, {
    id,
    operator,
    lane: "function",
    options,
    ...present<Fields>({ inputs, params, required, mapping, paramsMapping }),
    body: functionBody((values, ctx, found) => {
      const returned = takesValues ? run(values, ctx) : run(ctx, found);
      return returned instanceof Promise ? returned.then(decide) : decide(returned);
    }, adapt),
  }) as TaskNode;
}
