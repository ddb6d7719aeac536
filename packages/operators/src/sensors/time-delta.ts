/** `timeDeltaSensor`: waits some time after the end of the run's data interval (Airflow's `TimeDeltaSensor`). */
import { fromTemporal, secondsToSpan } from "@momiji/core/time";
import {
  type DurationInput,
  mappable,
  type Output,
  secondsOf,
  type SensorDefinition,
  type SensorOptions,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "../place-standard.ts";
import { waitUntil } from "./wait-until.ts";

export interface TimeDeltaSensorOptions extends TaskOptions, SensorOptions {
  /** From the end of the data interval; without one, from the moment of the run. */
  readonly delta: DurationInput;
}

export type TimeDeltaSensorParams = {
  readonly deltaSeconds?: number;
  /** As the author writes it, where each instance has its own. */
  readonly delta?: DurationInput;
};

export const timeDeltaSensorOperator: SensorDefinition<TimeDeltaSensorParams> = {
  name: "timeDeltaSensor",
  templateFields: [],
  poke(ctx, { delta, deltaSeconds = delta === undefined ? 0 : secondsOf(delta, "delta") }) {
    const from = ctx.dataInterval?.end ?? ctx.runAfter;
    return waitUntil(ctx, fromTemporal(from.toInstant()) + secondsToSpan(deltaSeconds));
  },
};

export const timeDeltaSensor = mappable(placeTimeDeltaSensor, ["delta"]);

function placeTimeDeltaSensor(id: string, options: TimeDeltaSensorOptions): Output<undefined> {
  // Mapped over it, the instances bring theirs along.
  const { delta, ...rest } = options as Omit<TimeDeltaSensorOptions, "delta"> & Partial<TimeDeltaSensorOptions>;
  return placeStandard(timeDeltaSensorOperator, {
    id,
    params: ({ place }) => ({ deltaSeconds: delta && secondsOf(delta, `${place}, delta`) }),
    options: rest,
  });
}
