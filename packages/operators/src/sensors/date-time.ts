/** `dateTimeSensor`: waits for a date (Airflow's `DateTimeSensor`). */
import {
  type InstantInput,
  mappable,
  type Output,
  readInstant,
  type SensorDefinition,
  type SensorOptions,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "../place-standard.ts";
import { waitUntil } from "./wait-until.ts";

export interface DateTimeSensorOptions extends TaskOptions, SensorOptions {
  /** Wall time in the DAG's zone, an instant, or a value of `Temporal`. A template: `"{{ data_interval_end.add(hours=2) }}"`. */
  readonly targetTime: InstantInput;
}

export type DateTimeSensorParams = { readonly targetTime: string };

export const dateTimeSensorOperator: SensorDefinition<DateTimeSensorParams> = {
  name: "dateTimeSensor",
  templateFields: ["targetTime"],
  poke: (ctx, { targetTime }) => waitUntil(ctx, readInstant(targetTime, ctx.runAfter.timeZoneId, "targetTime")),
};

export const dateTimeSensor = mappable(placeDateTimeSensor, ["targetTime"]);

function placeDateTimeSensor(id: string, options: DateTimeSensorOptions): Output<undefined> {
  const { targetTime, ...rest } = options;
  const params = { targetTime: targetTime === undefined ? undefined : String(targetTime) };
  return placeStandard(dateTimeSensorOperator, { id, params, required: ["targetTime"], options: rest });
}
