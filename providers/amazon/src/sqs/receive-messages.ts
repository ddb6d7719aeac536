/** One look at a queue for `sqsReceive`. */
import type { Message, SQSClient } from "@aws-sdk/client-sqs";
import type { Json } from "@momiji/core";
import type { PokeAnswer, TaskContext } from "@momiji/sdk";
import { sqsClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { SqsReceiveParams } from "./receive-params.ts";
import { filterOf } from "./message-filter.ts";

export async function receiveMessages(ctx: TaskContext, params: SqsReceiveParams): Promise<PokeAnswer> {
  const { numBatches = 1, deleteMessageOnReception = true } = params;
  const isWanted = filterOf(params);
  const client = await sqsClient(await findAccess(ctx, params));
  const taken: Message[] = [];
  for (let batch = 0; batch < numBatches; batch++) {
    const messages = (await receive(client, params, ctx.signal)).filter(isWanted);
    if (deleteMessageOnReception && messages.length > 0)
      await remove(client, { queue: params.sqsQueue, messages }, ctx);
    taken.push(...messages);
  }
  if (taken.length === 0) return { done: false };
  const value = JSON.parse(JSON.stringify(taken)) as Json;
  ctx.xcom.push("messages", value);
  return { done: true, value };
}

async function receive(client: SQSClient, params: SqsReceiveParams, abortSignal: AbortSignal): Promise<Message[]> {
  const { ReceiveMessageCommand } = await import("@aws-sdk/client-sqs");
  const { sqsQueue, maxMessages = 5, waitTimeSeconds = 1, visibilityTimeout } = params;
  const question = new ReceiveMessageCommand({
    QueueUrl: sqsQueue,
    // A template gives a text.
    MaxNumberOfMessages: Number(maxMessages),
    WaitTimeSeconds: waitTimeSeconds,
    ...(visibilityTimeout === undefined ? {} : { VisibilityTimeout: visibilityTimeout }),
  });
  return (await client.send(question, { abortSignal })).Messages ?? [];
}

/** One that cannot be removed comes again; that is said, and the messages count all the same, as in Airflow. */
async function remove(
  client: SQSClient,
  { queue, messages }: { readonly queue: string; readonly messages: readonly Message[] },
  ctx: TaskContext,
): Promise<void> {
  const { DeleteMessageBatchCommand } = await import("@aws-sdk/client-sqs");
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  const { Failed = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries }));
  for (const { Id, Code, Message: why } of Failed) {
    const id = messages[Number(Id)]?.MessageId ?? "";
    ctx.log.warning(`the message ${id} could not be removed from the queue, and will come again: ${Code} ${why ?? ""}`);
  }
}
