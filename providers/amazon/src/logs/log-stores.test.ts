/**
 * The suite of log stores over S3 and CloudWatch of an emulator, through a proxy that makes faults; with MOMIJI_TEST_NIGHTLY over a second
 * emulator too.
 */
import { randomUUID } from "node:crypto";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import type { Clock } from "@momiji/core";
import type { LogStore, LogStoreFactory } from "@momiji/sdk";
import { type LogStoreHarness, logStoreConformance } from "@momiji/worker/log-store-conformance";
import { afterAll, beforeAll, describe } from "vitest";
import { s3Client } from "../client/clients.ts";
import openCloudWatchLogs from "../cloudwatch-logs.ts";
import { accessOfOptions } from "../settings/settings-options.ts";
import openS3Logs from "../s3-logs.ts";
import { emulatorsNote, hasEmulators, ministack, moto, newAccount, REGION } from "../testing/emulators.testing.ts";
import { type Faults, startMicroburst } from "../testing/microburst.testing.ts";

const clock: Clock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1000),
  setTimer: () => () => undefined,
};

const emulators: readonly [name: string, url: string][] =
  process.env["MOMIJI_TEST_NIGHTLY"] === undefined
    ? [["moto", moto]]
    : [
        ["moto", moto],
        ["MiniStack", ministack],
      ];

describe.runIf(hasEmulators).each(emulators)(`%s${emulatorsNote}`, (_, upstream) => {
  let faults: Faults;
  beforeAll(async () => (faults = await startMicroburst(upstream)));
  afterAll(() => faults.stop());

  const options = () => ({
    endpoint_url: faults.url,
    region_name: REGION,
    aws_access_key_id: newAccount(),
    aws_secret_access_key: "test",
  });

  const harness = (service: string, put: string, open: () => Promise<LogStore> | LogStore): LogStoreHarness => ({
    open,
    down: () => faults.set([{ service, reset: true }]),
    up: () => faults.set([]),
    loseAnswer: () => faults.set([{ service, operation: put, times: 1, response: { abort_frac: 0.01 } }]),
    close: () => faults.set([]),
  });

  const opened = (factory: LogStoreFactory, given: ReturnType<typeof options> & { readonly [name: string]: string }) =>
    factory(given, { cwd: "/", clock });

  logStoreConformance("a bucket of S3", async () => {
    const access = options();
    const bucket = `logs-${randomUUID()}`;
    const client = await s3Client(accessOfOptions(access));
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const place = { ...access, remote_base_log_folder: `s3://${bucket}/momiji/logs` };
    return harness("s3", "PutObject", () => opened(openS3Logs, place));
  });

  logStoreConformance("a log group of CloudWatch", async () => {
    const place = { ...options(), log_group: `/momiji/${randomUUID()}`, prefix: "logs/" };
    return harness("logs", "PutLogEvents", () => opened(openCloudWatchLogs, place));
  });
});
