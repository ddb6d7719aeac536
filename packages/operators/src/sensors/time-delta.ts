/** `timeDeltaSensor`: waits some time after the end of the run's data interval (Airflow's `TimeDeltaSensor`). */
import { fromTemporal, secondsToSpan } from "@momiji/core/time";
import {
  type DurationInput,
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

export type TimeDeltaSensorParams = { readonly deltaSeconds: number };

export const timeDeltaSensorOperator: SensorDefinition<TimeDeltaSensorParams> = {
  name: "timeDeltaSensor",
  templateFields: [],
  poke(ctx, { deltaSeconds }) {
    const from = ctx.dataInterval?.end ?? ctx.runAfter;
    return waitUntil(ctx, fromTemporal(from.toInstant()) + secondsToSpan(deltaSeconds));
  },
};

export function timeDeltaSensor(id: string, options: TimeDeltaSensorOptions): Output<undefined> {
  const { delta, ...rest } = options;
  return placeStandard(timeDeltaSensorOperator, {
    id,
    params: ({ place }) => ({ deltaSeconds: secondsOf(delta, `${place}, delta`) }),
    options: rest,
  });
}
