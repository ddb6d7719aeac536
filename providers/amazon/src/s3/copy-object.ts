/** The copy that `s3Copy` makes: within S3, nothing comes here. */
import type { HeadObjectCommandOutput, ObjectCannedACL, S3Client, ServerSideEncryption } from "@aws-sdk/client-s3";
import type { TaskContext } from "@momiji/sdk";
import { s3Client } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { S3CopyParams } from "./copy-params.ts";
import { type S3Place, s3Place } from "./s3-place.ts";

/** What S3 copies in one request. */
const MOST_AT_ONCE = 5 * 1024 ** 3;
const PIECE_BYTES = 512 * 1024 ** 2;
const PIECES_AT_ONCE = 4;

export async function copyObject(
  ctx: TaskContext,
  params: S3CopyParams,
  limits = { most: MOST_AT_ONCE, piece: PIECE_BYTES },
) {
  const { sourceBucketKey, sourceBucketName, destBucketKey, destBucketName, sourceVersionId } = params;
  const from = s3Place(sourceBucketKey, sourceBucketName, { key: "sourceBucketKey", bucket: "sourceBucketName" });
  const to = s3Place(destBucketKey, destBucketName, { key: "destBucketKey", bucket: "destBucketName" });
  const client = await s3Client(await findAccess(ctx, params));
  const { HeadObjectCommand } = await import("@aws-sdk/client-s3");
  const head = await client.send(
    new HeadObjectCommand({ Bucket: from.bucket, Key: from.key, VersionId: sourceVersionId }),
  );
  const copy = new ObjectCopy(client, { from, to, params });
  if ((head.ContentLength ?? 0) <= limits.most) await copy.atOnce();
  else await copy.inPieces(head, limits.piece, ctx.signal);
  const url = `s3://${to.bucket}/${to.key}`;
  ctx.log.info(`copied s3://${from.bucket}/${from.key} to ${url} (${head.ContentLength ?? 0} bytes)`);
  return url;
}

interface CopyOrder {
  readonly from: S3Place;
  readonly to: S3Place;
  readonly params: S3CopyParams;
}

class ObjectCopy {
  readonly #client: S3Client;
  readonly #order: CopyOrder;

  constructor(client: S3Client, order: CopyOrder) {
    this.#client = client;
    this.#order = order;
  }

  async atOnce(): Promise<void> {
    const { CopyObjectCommand } = await import("@aws-sdk/client-s3");
    const { metaDataDirective = "COPY" } = this.#order.params;
    await this.#client.send(
      new CopyObjectCommand({ ...this.#kept(), CopySource: this.#source(), MetadataDirective: metaDataDirective }),
    );
  }

  async inPieces(head: HeadObjectCommandOutput, pieceBytes: number, signal: AbortSignal): Promise<void> {
    const { AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateMultipartUploadCommand } =
      await import("@aws-sdk/client-s3");
    const { Metadata, ContentType } = head;
    const described = this.#order.params.metaDataDirective === "REPLACE" ? {} : { Metadata, ContentType };
    const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand({ ...this.#kept(), ...described }));
    const upload = { ...this.#target(), UploadId };
    try {
      const pieces = await this.#copyPieces(upload, { size: head.ContentLength ?? 0, pieceBytes, signal });
      await this.#client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: pieces } }));
    } catch (error) {
      // What is left of it would be paid for.
      await this.#client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw error;
    }
  }

  async #copyPieces(
    upload: object,
    { size, pieceBytes, signal }: { size: number; pieceBytes: number; signal: AbortSignal },
  ) {
    const { UploadPartCopyCommand } = await import("@aws-sdk/client-s3");
    const starts = Array.from({ length: Math.ceil(size / pieceBytes) }, (_, index) => index * pieceBytes);
    const pieces: { PartNumber: number; ETag: string | undefined }[] = [];
    const copy = async (start: number, index: number): Promise<void> => {
      signal.throwIfAborted();
      const CopySourceRange = `bytes=${start}-${Math.min(size, start + pieceBytes) - 1}`;
      const about = {
        ...this.#target(),
        ...upload,
        PartNumber: index + 1,
        CopySource: this.#source(),
        CopySourceRange,
      };
      const { CopyPartResult } = await this.#client.send(
        new UploadPartCopyCommand(about as ConstructorParameters<typeof UploadPartCopyCommand>[0]),
      );
      pieces[index] = { PartNumber: index + 1, ETag: CopyPartResult?.ETag };
    };
    for (let from = 0; from < starts.length; from += PIECES_AT_ONCE)
      await Promise.all(starts.slice(from, from + PIECES_AT_ONCE).map((start, at) => copy(start, from + at)));
    return pieces;
  }

  #target() {
    const { to } = this.#order;
    return { Bucket: to.bucket, Key: to.key };
  }

  /** What the new object is given. */
  #kept() {
    const { aclPolicy, kmsKeyId, kmsEncryptionType } = this.#order.params;
    return {
      ...this.#target(),
      ...(aclPolicy === undefined ? {} : { ACL: aclPolicy as ObjectCannedACL }),
      ...(kmsKeyId === undefined ? {} : { SSEKMSKeyId: kmsKeyId }),
      ...(kmsEncryptionType === undefined ? {} : { ServerSideEncryption: kmsEncryptionType as ServerSideEncryption }),
    };
  }

  #source(): string {
    const { from, params } = this.#order;
    const key = from.key.split("/").map(encodeURIComponent).join("/");
    const version =
      params.sourceVersionId === undefined ? "" : `?versionId=${encodeURIComponent(params.sourceVersionId)}`;
    return `${from.bucket}/${key}${version}`;
  }
}
