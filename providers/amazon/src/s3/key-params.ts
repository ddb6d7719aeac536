/** The params of `s3KeySensor` as they travel, and what its function is asked. */
import type { Json } from "@momiji/core";
import type { TaskContext } from "@momiji/sdk";
import type { AccessParams } from "../connection/access-params.ts";

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

/** Whether the objects that were found will do. Called for each key that is waited for, with the objects that match it. */
export type S3Check = (files: readonly S3File[], ctx: TaskContext) => boolean | Promise<boolean>;
