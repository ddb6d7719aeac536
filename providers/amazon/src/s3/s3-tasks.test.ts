import { randomUUID } from "node:crypto";
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { TaskContext } from "@momiji/sdk";
import { beforeAll, describe, expect, test } from "vitest";
import { s3Client } from "../client/clients.ts";
import { awsAccess } from "../connection/find-access.ts";
import { connectionFor, emulatorsNote, hasEmulators, moto, newAccount, rootOf } from "../testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import { copyObject } from "./copy-object.ts";
import type { S3Check, S3KeyParams } from "./key-params.ts";
import { pokeKeys } from "./poke-keys.ts";
import { s3Place } from "./s3-place.ts";
import { fixedStart, wildcard } from "./wildcard.ts";

const connection = connectionFor(rootOf(newAccount()), { s3: moto });
const access = awsAccess({ id: "aws_default", ...connection }, {});
const bucket = `files-${randomUUID()}`;

function context(): TaskContext {
  return testJob({ connections: { aws_default: connection } }).ctx;
}

describe.runIf(hasEmulators)(`s3KeySensor${emulatorsNote}`, () => {
  beforeAll(async () => {
    const client = await s3Client(access);
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    for (const [Key, Body] of [
      ["in/2026/a.csv", "12345"],
      ["in/2026/b.csv", new Uint8Array()],
      ["in/x y+z漢.txt", "odd"],
    ] as const)
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: "text/csv", Metadata: { by: "me" } }),
      );
  });

  const poke = (params: Partial<S3KeyParams>, checkFn?: S3Check) =>
    pokeKeys(context(), { bucketName: bucket, bucketKey: "in/2026/a.csv", ...params }, checkFn);

  test.each<[string, Partial<S3KeyParams>, readonly string[] | null]>([
    ["a key", {}, ["in/2026/a.csv"]],
    ["a key that is not there", { bucketKey: "in/none" }, null],
    ["all of several keys", { bucketKey: ["in/2026/a.csv", "in/x y+z漢.txt"] }, ["in/2026/a.csv", "in/x y+z漢.txt"]],
    ["several keys of which one is missing", { bucketKey: ["in/2026/a.csv", "in/none"] }, null],
    ["a wildcard", { bucketKey: "in/*/[!a].csv", wildcardMatch: true }, ["in/2026/b.csv"]],
    ["a wildcard that reaches over slashes", { bucketKey: "in*b.csv", wildcardMatch: true }, ["in/2026/b.csv"]],
    ["a wildcard that nothing matches", { bucketKey: "in/*.parquet", wildcardMatch: true }, null],
    ["a regular expression", { bucketKey: String.raw`in/\d{4}/b\.`, useRegex: true }, ["in/2026/b.csv"]],
    ["a regular expression that nothing matches from its beginning", { bucketKey: "2026", useRegex: true }, null],
  ])("waits for %s", async (...[, params, found]) => {
    expect(await poke(params)).toEqual(found === null ? { done: false } : { done: true, value: found });
  });

  test("takes a URL instead of a bucket", async () => {
    const params = { bucketKey: `s3://${bucket}/in/2026/a.csv` };
    expect(await pokeKeys(context(), params, undefined)).toMatchObject({ done: true });
    await expect(poke(params)).rejects.toThrow(/so bucketName must be left out/);
  });

  test("asks a function with what is wanted of each object that matches", async () => {
    const all = { bucketKey: "in/2026/*", wildcardMatch: true };
    let asked: unknown;
    const isBig = await poke(all, (files) => {
      asked = files;
      return files.every(({ Size }) => Number(Size) > 0);
    });
    expect([isBig, asked]).toEqual([
      { done: false },
      [
        { Size: 5, Key: "in/2026/a.csv" },
        { Size: 0, Key: "in/2026/b.csv" },
      ],
    ]);
    const wanted = { metadataKeys: ["ContentType", "Metadata", "Nothing"] };
    await poke(wanted, (files) => {
      asked = files;
      return true;
    });
    expect(asked).toEqual([{ ContentType: "text/csv", Metadata: { by: "me" }, Nothing: null }]);
    const everything = await poke({ metadataKeys: ["*"] }, ([file]) => file?.["Size"] === 5 && "ETag" in file);
    expect(everything).toEqual({ done: true, value: ["in/2026/a.csv"] });
  });

  test("fails where there is no such bucket, instead of waiting for ever", async () => {
    const params = { bucketName: `no-${bucket}`, bucketKey: "*", wildcardMatch: true };
    await expect(pokeKeys(context(), params, undefined)).rejects.toThrow(/bucket does not exist/);
  });
});

describe.runIf(hasEmulators)(`s3Copy${emulatorsNote}`, () => {
  const source = { sourceBucketKey: "in/x y+z漢.txt", sourceBucketName: bucket };
  const read = async (key: string): Promise<string> => {
    const { Body } = await (await s3Client(access)).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? "";
  };
  const head = async (key: string) =>
    (await s3Client(access)).send(new HeadObjectCommand({ Bucket: bucket, Key: key }));

  test("copies an object with what it has, and says where it is", async () => {
    const url = await copyObject(context(), {
      ...source,
      destBucketKey: `s3://${bucket}/out/odd`,
      kmsEncryptionType: "AES256",
    });
    expect([url, await read("out/odd")]).toEqual([`s3://${bucket}/out/odd`, "odd"]);
    expect(await head("out/odd")).toMatchObject({ Metadata: { by: "me" }, ServerSideEncryption: "AES256" });
  });

  test("drops what it has when asked to replace it", async () => {
    const to = { destBucketKey: "out/plain", destBucketName: bucket, metaDataDirective: "REPLACE" } as const;
    await copyObject(context(), { ...source, ...to });
    expect((await head("out/plain")).Metadata).toEqual({});
  });

  test("copies in pieces what is too large for one request", async () => {
    const client = await s3Client(access);
    const text = Array.from({ length: 3 }, (_, at) => String(at).repeat(5 * 1024 * 1024)).join("") + "end";
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: "large", Body: text, Metadata: { by: "me" } }));
    const params = { sourceBucketKey: `s3://${bucket}/large`, destBucketKey: `s3://${bucket}/out/large` };
    await copyObject(context(), params, { most: 1024, piece: 5 * 1024 * 1024 });
    expect((await read("out/large")) === text).toBe(true);
    expect((await head("out/large")).Metadata).toEqual({ by: "me" });
  });

  test("fails with the answer of S3 when there is no such object", async () => {
    const params = { sourceBucketKey: `s3://${bucket}/none`, destBucketKey: `s3://${bucket}/out/none` };
    await expect(copyObject(context(), params)).rejects.toThrow(/NotFound|UnknownError/);
  });
});

describe("where an object is", () => {
  test.each<[string, string | undefined, RegExp]>([
    ["s3://only-a-bucket", undefined, /bucketKey must be s3:\/\/BUCKET\/KEY/],
    ["key", undefined, /bucketName is needed, or bucketKey as s3/],
    ["s3://a/b", "a", /so bucketName must be left out/],
  ])("%s in %s is refused", (...[key, given, message]) => {
    expect(() => s3Place(key, given, { key: "bucketKey", bucket: "bucketName" })).toThrow(message);
  });
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ["a*b", "a", ["ab", "a/x/b"], ["abc", "xab"]],
  ["a?[0-9].csv", "a", ["ax1.csv", "a/9.csv"], ["a1.csv", "ax1xcsv"]],
  ["a[]]b", "a", ["a]b"], ["ab"]],
  ["a[!]x]b", "a", ["ayb"], ["a]b", "axb"]],
  ["a[b", "a", ["a[b"], ["ab"]],
  ["plain.txt", "plain.txt", ["plain.txt"], ["plainXtxt"]],
  ["*", "", ["", "anything\nat all"], []],
  ["x[^a-]", "x", ["x^", "xa", "x-"], ["xb"]],
])("the wildcard %s begins with '%s' and matches as in Python", (...[pattern, start, yes, no]) => {
  expect(fixedStart(pattern)).toBe(start);
  expect(yes.filter((key) => !wildcard(pattern).test(key))).toEqual([]);
  expect(no.filter((key) => wildcard(pattern).test(key))).toEqual([]);
});
