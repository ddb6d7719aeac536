import { randomUUID } from "node:crypto";
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Json } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { sqsClient } from "../client/clients.ts";
import { awsAccess } from "../connection/find-access.ts";
import type { SqsReceiveParams } from "./receive-params.ts";
import { connectionFor, emulatorsNote, hasEmulators, moto, newAccount, rootOf } from "../testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import { found, readPath } from "./json-path.ts";
import { receiveMessages } from "./receive-messages.ts";

const connection = connectionFor(rootOf(newAccount()), { sqs: moto });
const access = awsAccess({ id: "aws_default", ...connection }, {});

async function queueWith(...bodies: readonly string[]): Promise<string> {
  const client = await sqsClient(access);
  const { QueueUrl = "" } = await client.send(new CreateQueueCommand({ QueueName: randomUUID() }));
  for (const MessageBody of bodies) await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  return QueueUrl;
}

/** How many messages a queue has, those that others do not see at present too. */
async function messagesIn(QueueUrl: string): Promise<number> {
  const client = await sqsClient(access);
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    }),
  );
  return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
}

async function receive(sqsQueue: string, params: Partial<SqsReceiveParams> = {}) {
  const { ctx } = testJob({ connections: { aws_default: connection } });
  const pushed: [string, Json][] = [];
  const noting = { ...ctx, xcom: { ...ctx.xcom, push: (key: string, value: Json) => void pushed.push([key, value]) } };
  const answer = await receiveMessages(noting, { sqsQueue, waitTimeSeconds: 0, ...params });
  const value = typeof answer === "object" && answer.done ? (answer.value as { Body: string }[]) : null;
  return { bodies: value?.map(({ Body }) => Body).sort() ?? null, value, pushed };
}

describe.runIf(hasEmulators)(`sqsReceive${emulatorsNote}`, () => {
  test("waits while there is nothing, then takes messages, removes them, and gives them under both names", async () => {
    const empty = await queueWith();
    expect((await receive(empty)).bodies).toBeNull();
    const queue = await queueWith("a", "b");
    const { bodies, value, pushed } = await receive(queue, { maxMessages: 10 });
    expect(bodies).toEqual(["a", "b"]);
    expect(pushed).toEqual([["messages", value]]);
    expect(await messagesIn(queue)).toBe(0);
  });

  test("takes several batches at a look, and of a batch no more than it should", async () => {
    const queue = await queueWith("a", "b", "c", "d");
    expect((await receive(queue, { maxMessages: 1, numBatches: 3 })).bodies).toHaveLength(3);
    expect(await messagesIn(queue)).toBe(1);
  });

  test("leaves them in the queue when asked to, unseen by others for the time that was asked for", async () => {
    const queue = await queueWith("a");
    const params = { deleteMessageOnReception: false, visibilityTimeout: 600 };
    expect((await receive(queue, params)).bodies).toEqual(["a"]);
    expect([(await receive(queue)).bodies, await messagesIn(queue)]).toEqual([null, 1]);
  });

  test.each<[string, Partial<SqsReceiveParams>, readonly string[] | null]>([
    ["the whole body", { messageFiltering: "literal", messageFilteringMatchValues: ["no json", "x"] }, ["no json"]],
    [
      "a path that finds something",
      { messageFiltering: "jsonpath", messageFilteringConfig: "$.order.id" },
      ['{"order":{"id":7}}'],
    ],
    [
      "a path that finds one of some values",
      { messageFiltering: "jsonpath", messageFilteringConfig: "items[*].kind", messageFilteringMatchValues: ["new"] },
      ['{"items":[{"kind":"old"},{"kind":"new"}]}'],
    ],
    ["a path that finds nothing", { messageFiltering: "jsonpath", messageFilteringConfig: "nobody" }, null],
  ])("filters by %s, and leaves the others to others", async (...[, params, wanted]) => {
    const all = ["no json", '{"order":{"id":7}}', '{"items":[{"kind":"old"},{"kind":"new"}]}'];
    const queue = await queueWith(...all);
    const taken = await receive(queue, { maxMessages: 10, visibilityTimeout: 600, ...params });
    expect(taken.bodies).toEqual(wanted);
    expect(await messagesIn(queue)).toBe(3 - (wanted?.length ?? 0));
  });

  test("fails where there is no such queue", async () => {
    await expect(receive(`${moto}/123456789012/none-${randomUUID()}`)).rejects.toThrow(/queue does not exist/);
  });
});

describe("a path into a message", () => {
  const body = { a: [{ b: 1 }, { b: 2, c: { b: 3 } }], "o d": "d" };
  test.each<[string, readonly Json[]]>([
    ["$", [body]],
    ["a[0].b", [1]],
    ["$.a[-1].b", [2]],
    ["a[9]", []],
    ["a[*].b", [1, 2]],
    ["a.*.b", [1, 2]],
    ["..b", [1, 2, 3]],
    ["['o d']", ["d"]],
    ["a.b", []],
    ["constructor", []],
  ])("%s finds %j", (...[path, all]) => {
    expect(found(body, readPath(path))).toEqual(all);
  });

  test("that cannot be read is refused with its place", () => {
    expect(() => readPath("a[?(@.b)]")).toThrow(/cannot be read at "\[\?\(@\.b\)\]"/);
  });
});
