/** `s3Copy`: copies an object (Airflow's `S3CopyObjectOperator`). */
import { mappable, type Output, type TaskContext, type TaskOptions } from "@momiji/sdk";
import { ACCESS_PARAMS, placeFunction } from "./place-function.ts";
import type { S3CopyParams } from "./s3/copy-params.ts";

export interface S3CopyOptions extends S3CopyParams, TaskOptions {}

const PARAMS = {
  ...ACCESS_PARAMS,
  sourceBucketKey: true,
  destBucketKey: true,
  sourceBucketName: true,
  destBucketName: true,
  sourceVersionId: true,
  aclPolicy: false,
  metaDataDirective: false,
  kmsKeyId: true,
  kmsEncryptionType: false,
};

/** Objects of any size; one of more than 5 GiB goes in pieces. Its output is where the copy is, as `s3://BUCKET/KEY`. */
export const s3Copy = mappable(placeS3Copy, [
  "sourceBucketKey",
  "destBucketKey",
  "sourceBucketName",
  "destBucketName",
  "sourceVersionId",
]);

function placeS3Copy(id: string, options: S3CopyOptions): Output<string> {
  const operator = {
    name: "s3Copy",
    params: PARAMS,
    required: ["sourceBucketKey", "destBucketKey"],
    run: async (ctx: TaskContext, params: S3CopyParams) =>
      (await import("./s3/copy-object.ts")).copyObject(ctx, params),
  };
  return placeFunction(operator, id, options);
}
