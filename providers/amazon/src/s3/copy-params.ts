/** The params of `s3Copy` as they travel. */
import type { AccessParams } from "../connection/access-params.ts";

export type S3CopyParams = AccessParams & {
  /** A key, or `s3://BUCKET/KEY`. */
  readonly sourceBucketKey: string;
  readonly destBucketKey: string;
  readonly sourceBucketName?: string;
  readonly destBucketName?: string;
  readonly sourceVersionId?: string;
  /** `private`, `public-read`, ... Default: the destination's own. */
  readonly aclPolicy?: string;
  /** `COPY`: as the source has it; `REPLACE`: that of the request, which is none. Default `COPY`. */
  readonly metaDataDirective?: "COPY" | "REPLACE";
  readonly kmsKeyId?: string;
  /** `AES256`, `aws:kms`, ... Default: the destination's own. */
  readonly kmsEncryptionType?: string;
};
