/** Orders of mapped tasks: what the mapping gives comes into their inputs and params. */
import {
  type AttemptOrder,
  type Json,
  type MapFunction,
  MappingError,
  mappedValues,
  type MappedPart,
  type MappedValues,
  splitPart,
} from "@momiji/core";

export interface SettledOrder {
  readonly order: AttemptOrder;
  /** What only the bundle's functions can tell; null: nothing. */
  readonly later: MappedPart | null;
}

/**
 * The order with all that can be told here.
 * @throws MappingError
 */
export function settleMapping(order: AttemptOrder): SettledOrder {
  if (order.mapped === undefined) return { order, later: null };
  if (order.mapped === null) {
    throw new MappingError(
      `what it is mapped over has no element ${order.mapIndex} (any more); clear the task that returns it`,
    );
  }
  const { known, inBundle } = splitPart(order.mapped);
  const { mapped: _, ...rest } = order;
  const settled = known === null ? rest : withValues(rest, mappedValues(known, order.task.groupInputs, refuse));
  return { order: inBundle === null ? settled : { ...settled, mapped: inBundle }, later: inBundle };
}

/** As `settleMapping`, with everything that was left. `values`: what the bundle's functions made of it. */
export function withBundleValues(order: AttemptOrder, values: Pick<MappedValues, "inputs" | "params">): AttemptOrder {
  const { mapped: _, ...rest } = order;
  return withValues(rest, { ...values, fromTasks: new Set(Object.keys(values.params)) });
}

/** Values that other tasks returned are no templates, whatever they look like. */
function withValues(order: AttemptOrder, { inputs, params, fromTasks }: MappedValues): AttemptOrder {
  const { task } = order;
  const templateFields = task.templateFields?.filter((field) => !fromTasks.has(field));
  return {
    ...order,
    inputs: { ...order.inputs, ...inputs, ...params },
    task: {
      ...task,
      ...(Object.keys(params).length > 0 && { params: { ...task.params, ...params } }),
      ...(templateFields !== undefined && { templateFields }),
    },
  };
}

const refuse: MapFunction = (): Json => {
  throw new MappingError("a function of the DAG file was needed where there is none");
};
