/** One look at S3 for `s3KeySensor`. */
import type { HeadObjectCommandOutput, S3Client } from "@aws-sdk/client-s3";
import type { Json } from "@momiji/core";
import type { PokeAnswer, TaskContext } from "@momiji/sdk";
import { s3Client } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { S3Check, S3File, S3KeyParams } from "./key-params.ts";
import { type S3Place, s3Place } from "./s3-place.ts";
import { fixedStart, wildcard } from "./wildcard.ts";

type CheckFn = S3Check | undefined;

const DEFAULT_METADATA = ["Size", "Key"];

export async function pokeKeys(ctx: TaskContext, params: S3KeyParams, checkFn: CheckFn): Promise<PokeAnswer> {
  const client = await s3Client(await findAccess(ctx, params));
  const found: string[] = [];
  for (const key of [params.bucketKey].flat()) {
    const place = s3Place(key, params.bucketName, { key: "bucketKey", bucket: "bucketName" });
    const keys = await new KeyLook(client, params, place).look(checkFn, ctx);
    if (keys === null) {
      ctx.log.info(`not there yet: s3://${place.bucket}/${place.key}`);
      return { done: false };
    }
    found.push(...keys);
  }
  return { done: true, value: found };
}

class KeyLook {
  readonly #client: S3Client;
  readonly #params: S3KeyParams;
  readonly #place: S3Place;

  constructor(client: S3Client, params: S3KeyParams, place: S3Place) {
    this.#client = client;
    this.#params = params;
    this.#place = place;
  }

  /** The key that was found, or with a function the keys that it was asked about; null: not there, or it said no. */
  async look(checkFn: CheckFn, ctx: TaskContext): Promise<readonly string[] | null> {
    const keys: string[] = [];
    for await (const key of this.#matching()) {
      if (checkFn === undefined) return [key];
      keys.push(key);
    }
    if (keys.length === 0) return null;
    const files = await Promise.all(keys.map((key) => this.#fileOf(key)));
    return (await checkFn?.(files, ctx)) === true ? keys : null;
  }

  async *#matching(): AsyncGenerator<string> {
    const { wildcardMatch, useRegex } = this.#params;
    const { key } = this.#place;
    if (wildcardMatch === true) return yield* this.#listed(fixedStart(key), wildcard(key));
    if (useRegex === true) return yield* this.#listed("", new RegExp(`^(?:${key})`, "u"));
    if ((await this.#head(key)) !== null) yield key;
  }

  async *#listed(start: string, pattern: RegExp): AsyncGenerator<string> {
    const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
    let token: string | undefined;
    do {
      const about = { Bucket: this.#place.bucket, Prefix: start, ContinuationToken: token };
      const { Contents = [], NextContinuationToken } = await this.#client.send(new ListObjectsV2Command(about));
      for (const { Key } of Contents) if (Key !== undefined && pattern.test(Key)) yield Key;
      token = NextContinuationToken;
    } while (token !== undefined);
  }

  async #fileOf(key: string): Promise<S3File> {
    const { metadataKeys = DEFAULT_METADATA } = this.#params;
    const names = metadataKeys.length === 0 ? DEFAULT_METADATA : metadataKeys;
    const head = (await this.#head(key)) ?? {};
    // As it travels: dates as texts.
    const { $metadata: _, ...all } = JSON.parse(JSON.stringify(head)) as { [name: string]: Json };
    const file: { [name: string]: Json } = { ...all, Size: all["ContentLength"] ?? null, Key: key };
    return names.includes("*") ? file : Object.fromEntries(names.map((name) => [name, file[name] ?? null]));
  }

  /** Null: there is no such object. */
  async #head(key: string): Promise<HeadObjectCommandOutput | null> {
    const { HeadObjectCommand } = await import("@aws-sdk/client-s3");
    try {
      return await this.#client.send(new HeadObjectCommand({ Bucket: this.#place.bucket, Key: key }));
    } catch (error) {
      const { name, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
      if (name === "NotFound" || $metadata?.httpStatusCode === 404) return null;
      if ($metadata?.httpStatusCode !== 403) throw error;
      const right = `without s3:ListBucket on ${this.#place.bucket} S3 says so of keys that are not there, too`;
      throw new Error(`S3 refuses to tell of s3://${this.#place.bucket}/${key} (403); ${right}`, { cause: error });
    }
  }
}
