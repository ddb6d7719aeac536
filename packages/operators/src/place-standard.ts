/** Adds a standard operator to the DAG being built: it runs in lane `async`, found by its name. */
import {
  type OperatorDefinition,
  type Output,
  placeTask,
  type SensorDefinition,
  type TaskPlacement,
} from "@momiji/sdk";

/** A definition whatever its params are. */
export type AnyDefinition = OperatorDefinition<never> | SensorDefinition<never>;

export function placeStandard<T>(
  definition: AnyDefinition,
  task: Pick<TaskPlacement, "id" | "params" | "required" | "options">,
): Output<T> {
  const { name, templateFields } = definition;
  return placeTask({ ...task, operator: name, lane: "async", isSensor: "poke" in definition, templateFields });
}
