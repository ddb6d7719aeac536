/** The example runs as it stands, through the whole product. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { s3Client, sqsClient } from "./client/clients.ts";
import { awsAccess } from "./connection/find-access.ts";
import { connectionFor, emulatorsNote, hasEmulators, moto, newAccount, rootOf } from "./testing/emulators.testing.ts";

const root = join(import.meta.dirname, "../../..");

test.runIf(hasEmulators)(
  `examples/aws_files.ts takes an order, finds its file and puts it away${emulatorsNote}`,
  async () => {
    const connection = connectionFor(rootOf(newAccount()), { s3: moto, sqs: moto });
    const access = awsAccess({ id: "aws_default", ...connection }, {});
    const [s3, sqs] = [await s3Client(access), await sqsClient(access)];
    const bucket = `example-${randomUUID()}`;
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: "in/a.csv", Body: "1,2" }));
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: randomUUID() }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"kind":"rows"}' }));
    const home = mkdtempSync(join(tmpdir(), "momiji-example-"));
    const { type, extra, ...keys } = connection;
    const env = {
      ...process.env,
      MOMIJI_HOME: home,
      NO_COLOR: "1",
      AIRFLOW_CONN_AWS_DEFAULT: JSON.stringify({ conn_type: type, extra, ...keys }),
      AIRFLOW_VAR_BUCKET: bucket,
      AIRFLOW_VAR_QUEUE: QueueUrl,
    };
    const command = [join(root, "packages/cli/src/main.ts"), "dags", "test", join(root, "examples/aws_files.ts")];
    const child = spawn(process.execPath, ["--conditions=source", ...command], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const stdout = await text(child.stdout);
    rmSync(home, { recursive: true, force: true });
    expect(stdout).toContain(`[report] 1 order, kept at s3://${bucket}/kept/in/a.csv`);
    const kept = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "kept/in/a.csv" }));
    expect(kept.ContentLength).toBe(3);
  },
  120_000,
);
