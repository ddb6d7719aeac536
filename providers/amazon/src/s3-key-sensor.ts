/** `s3KeySensor`: waits until objects are there (Airflow's `S3KeySensor`). */
import { type Json } from "@momiji/core";
import { mappable, type Output, type SensorOptions, type TaskContext, type TaskOptions } from "@momiji/sdk";
import type { AccessParams } from "./connection/access-params.ts";
import { ACCESS_PARAMS, placeSensor } from "./place-function.ts";

export type S3KeyParams = AccessParams & {
  /** A key, several that must all be there, or `s3://BUCKET/KEY`. */
  readonly bucketKey: string | readonly string[];
  readonly bucketName?: string;
  /** Whether the keys are Unix wildcards; one object that matches is enough for each. Default false. */
  readonly wildcardMatch?: boolean;
  /** Whether the keys are regular expressions that a key must match from its beginning. Default false. */
  readonly useRegex?: boolean;
  /** What `checkFn` is told of each object, by the names of HeadObject; `*`: everything. Default `["Size", "Key"]`. */
  readonly metadataKeys?: readonly string[];
};

/** What `checkFn` is told of an object: those of `metadataKeys`, null where there is none. */
export type S3File = { readonly [name: string]: Json };

export interface S3KeySensorOptions extends S3KeyParams, TaskOptions, SensorOptions {
  /** Whether the objects that were found will do. Called for each key that is waited for, with the objects that match it. */
  readonly checkFn?: (files: readonly S3File[], ctx: TaskContext) => boolean | Promise<boolean>;
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
