/** `s3KeySensor`: waits until objects are there (Airflow's `S3KeySensor`). */
import { mappable, type Output, type SensorOptions, type TaskContext, type TaskOptions } from "@momiji/sdk";
import { ACCESS_PARAMS, placeSensor } from "./place-function.ts";
import type { S3Check, S3KeyParams } from "./s3/key-params.ts";

export interface S3KeySensorOptions extends S3KeyParams, TaskOptions, SensorOptions {
  readonly checkFn?: S3Check;
}

const PARAMS = {
  ...ACCESS_PARAMS,
  bucketKey: true,
  bucketName: true,
  wildcardMatch: false,
  useRegex: false,
  metadataKeys: false,
};

/** Its output are the keys that were found, one for each that was waited for. */
export const s3KeySensor = mappable(placeS3KeySensor, ["bucketKey", "bucketName"]);

function placeS3KeySensor(id: string, { checkFn, ...options }: S3KeySensorOptions): Output<string[]> {
  const operator = {
    name: "s3KeySensor",
    params: PARAMS,
    required: ["bucketKey"],
    check: ({ wildcardMatch, useRegex }: Partial<S3KeyParams>) =>
      wildcardMatch === true && useRegex === true ? "it takes wildcardMatch or useRegex, not both" : null,
    poke: async (ctx: TaskContext, params: S3KeyParams) => {
      const { pokeKeys } = await import("./s3/poke-keys.ts");
      return pokeKeys(ctx, params, checkFn);
    },
  };
  return placeSensor(operator, id, options);
}
