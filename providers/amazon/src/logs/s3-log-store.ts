/** Logs in a bucket: an object a part, named by what it holds, so that a listing tells what counts. */
import type { LogRecord, Micros } from "@momiji/core";
import type { LogEnd, LogPart, LogStore } from "@momiji/sdk";
import { s3Client } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { recordsOf } from "./records.ts";

export interface S3LogPlace {
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
  /** Whether S3 is asked to encrypt with its own key (Airflow's `encrypt_s3_logs`). */
  readonly isEncrypted: boolean;
}

interface Found extends Omit<LogPart, "text"> {
  readonly key: string;
}

/** Parts that are fetched at once. */
const AHEAD = 8;
const MICROS_A_MILLI = 1_000;

export class S3LogStore implements LogStore {
  readonly name: string;
  readonly #access: AwsAccess;
  readonly #place: S3LogPlace;

  constructor(access: AwsAccess, place: S3LogPlace) {
    this.name = `s3://${place.bucket}/${place.prefix}`;
    this.#access = access;
    this.#place = place;
  }

  async append(log: string, part: LogPart): Promise<void> {
    const { PutObjectCommand } = await import("@aws-sdk/client-s3");
    const client = await s3Client(this.#access);
    const { bucket, isEncrypted } = this.#place;
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: this.#keyOf(log) + nameOf(part),
        Body: part.text,
        ContentType: "application/x-ndjson",
        ...(isEncrypted ? { ServerSideEncryption: "AES256" } : {}),
      }),
    );
  }

  async end(log: string): Promise<LogEnd | null> {
    const parts = await this.#partsOf(log);
    const life = parts.at(-1)?.life;
    if (life === undefined) return null;
    const seqs = parts.filter((part) => part.life === life).map(({ lastSeq }) => lastSeq);
    return { life, seq: Math.max(...seqs) };
  }

  async *read(log: string, fromSeq: number): AsyncGenerator<readonly LogRecord[]> {
    const wanted = stillThere(await this.#partsOf(log)).filter((part) => part.lastSeq >= fromSeq);
    const texts: Promise<string>[] = [];
    let next = fromSeq;
    for (const [index, { before }] of wanted.entries()) {
      for (const part of wanted.slice(texts.length, index + AHEAD)) texts.push(quiet(this.#textOf(part.key)));
      const records = recordsOf((await texts[index]) ?? "").filter(({ seq }) => seq >= next && seq < before);
      next = (records.at(-1)?.seq ?? next - 1) + 1;
      if (records.length > 0) yield records;
    }
  }

  async remove(folder: string): Promise<number> {
    const logs = new Set<string>();
    for await (const objects of this.#list(this.#keyOf(folder).slice(0, -1))) {
      for (const { key } of objects) logs.add(key.slice(0, key.lastIndexOf("/")));
      await this.#delete(objects.map(({ key }) => key));
    }
    return logs.size;
  }

  async removeBefore(before: Micros): Promise<number> {
    let removed = 0;
    for await (const objects of this.#list(this.#place.prefix)) {
      const old = objects.filter(({ key, writtenAt }) => partOf(key) !== null && writtenAt < before);
      await this.#delete(old.map(({ key }) => key));
      removed += old.length;
    }
    return removed;
  }

  #keyOf(log: string): string {
    return `${this.#place.prefix}${log}/`;
  }

  async #partsOf(log: string): Promise<Found[]> {
    const found: Found[] = [];
    for await (const objects of this.#list(this.#keyOf(log)))
      found.push(...objects.flatMap(({ key }) => partOf(key) ?? []));
    return found;
  }

  async *#list(prefix: string): AsyncGenerator<readonly { readonly key: string; readonly writtenAt: Micros }[]> {
    const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
    const client = await s3Client(this.#access);
    let token: string | undefined;
    do {
      const answer = await client.send(
        new ListObjectsV2Command({ Bucket: this.#place.bucket, Prefix: prefix, ContinuationToken: token }),
      );
      yield (answer.Contents ?? []).flatMap(({ Key, LastModified }) =>
        Key === undefined ? [] : [{ key: Key, writtenAt: (LastModified?.getTime() ?? 0) * MICROS_A_MILLI }],
      );
      token = answer.NextContinuationToken;
    } while (token !== undefined);
  }

  async #textOf(key: string): Promise<string> {
    const { GetObjectCommand } = await import("@aws-sdk/client-s3");
    const client = await s3Client(this.#access);
    const { Body } = await client.send(new GetObjectCommand({ Bucket: this.#place.bucket, Key: key }));
    return (await Body?.transformToString("utf-8")) ?? "";
  }

  /** At most a thousand, as many as a listing gives. */
  async #delete(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const { DeleteObjectsCommand } = await import("@aws-sdk/client-s3");
    const client = await s3Client(this.#access);
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true };
    const { Errors } = await client.send(new DeleteObjectsCommand({ Bucket: this.#place.bucket, Delete }));
    const [first] = Errors ?? [];
    if (first !== undefined) throw new Error(`${first.Key} could not be removed: ${first.Code} ${first.Message}`);
  }
}

/** A promise that is awaited later: should it fail before, that is no news to the process. */
function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

/** `LIFE-FIRST-LAST.ndjson`, padded so that a listing has them in order. */
function nameOf({ life, firstSeq, lastSeq }: Omit<LogPart, "text">): string {
  const padded = (value: number, width: number): string => `${value}`.padStart(width, "0");
  return `${padded(life, 4)}-${padded(firstSeq, 10)}-${padded(lastSeq, 10)}.ndjson`;
}

/** Null: an object of somebody else. */
function partOf(key: string): Found | null {
  const [, life, firstSeq, lastSeq] = /\/(\d{4,})-(\d{10,})-(\d{10,})\.ndjson$/.exec(key) ?? [];
  return lastSeq === undefined
    ? null
    : { key, life: Number(life), firstSeq: Number(firstSeq), lastSeq: Number(lastSeq) };
}

/** Each part with the number that a later life begins with, from which on it does not count. */
function stillThere(parts: readonly Found[]): (Found & { readonly before: number })[] {
  return parts.flatMap((part) => {
    const later = parts.filter(({ life }) => life > part.life).map(({ firstSeq }) => firstSeq);
    const before = Math.min(Number.POSITIVE_INFINITY, ...later);
    return part.firstSeq < before ? [{ ...part, before }] : [];
  });
}
