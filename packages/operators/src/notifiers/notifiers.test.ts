import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { CallbackContext } from "@momiji/sdk";
import { taskSignalOf } from "@momiji/sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SmtpSink } from "../smtp-sink.testing.ts";
import { testContext, type TestContextOptions } from "../task-context.testing.ts";
import { emailNotifier, emailNotifierDefinition } from "./email.ts";
import { messageOf } from "./message.ts";
import { slackNotifierDefinition } from "./slack.ts";
import { webhookNotifier, webhookNotifierDefinition } from "./webhook.ts";

function callbackContext(more: Partial<CallbackContext> = {}, options: TestContextOptions = {}): never {
  const context = {
    ...testContext(options),
    callbackId: "callback-1",
    delivery: 1,
    event: "on_failure",
    reason: "exit code 1",
    exception: { message: "exit code 1", code: "exit_code", detail: "last line" },
    state: "failed",
    runState: "running",
    deadline: null,
    question: null,
    ...more,
  } satisfies CallbackContext;
  return context as never;
}

describe("a mail", () => {
  let sink: SmtpSink;
  let port: number;
  beforeEach(async () => {
    sink = new SmtpSink();
    port = await sink.listen();
  });
  afterEach(() => sink.close());

  test("goes through the server of the settings, and says what happened if nothing else is said", async () => {
    const notifier = emailNotifierDefinition({ server: { host: "127.0.0.1", port }, from: "momiji@example.com" });
    await notifier.run(callbackContext(), { to: ["ops@example.com"] });
    await notifier.run(callbackContext({ event: "on_retry" }), { to: "ops@example.com", subject: "own" });
    const [first, second] = sink.mails.map((mail) => mail.lines.join("\n"));
    expect(first).toContain("Subject: Momiji: d.t failed (r)");
    for (const part of ["Attempt  1 of 1", "exit code 1", "last line"]) expect(first).toContain(part);
    expect(second).toContain("Subject: own");
    expect(sink.mails[0]?.commands).toContain("MAIL FROM:<momiji@example.com>");
  });

  test("goes through a connection if one is named", async () => {
    const smtp = { type: "smtp", host: "127.0.0.1", port, extra: { from_email: "me@example.com", disable_tls: true } };
    const params = { to: "ops@example.com", connection: "mine" };
    await emailNotifierDefinition(null).run(callbackContext({}, { connections: { mine: smtp } }), params);
    expect(sink.mails[0]?.commands).toContain("MAIL FROM:<me@example.com>");
  });

  test("without a server is refused for good, with what to do", async () => {
    const sent = Promise.resolve(emailNotifierDefinition(null).run(callbackContext(), { to: "ops@example.com" }));
    const error: unknown = await sent.catch((thrown: unknown) => thrown);
    expect(taskSignalOf(error)).toBe("fail");
    expect(String(error)).toContain("set email.host");
  });
});

describe("over HTTP", () => {
  let server: Server;
  let url: string;
  let status = 200;
  const taken: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
  beforeEach(async () => {
    taken.length = 0;
    status = 200;
    server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        taken.push({ url: request.url, headers: request.headers, body });
        response.writeHead(status).end("ok");
      });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());

  test("a webhook gets what happened, with the idempotency key and a signature", async () => {
    const connections = { key: { type: "generic", password: "secret", extra: {} } };
    const params = { url: `${url}/hook`, signWith: "key" };
    await webhookNotifierDefinition.run(callbackContext({}, { connections }), params);
    const headers = taken[0]?.headers ?? {};
    const body = taken[0]?.body ?? "";
    expect(JSON.parse(body)).toMatchObject({
      id: "callback-1",
      event: "on_failure",
      dag_id: "d",
      task_id: "t",
      reason: "exit code 1",
    });
    expect(headers["idempotency-key"]).toBe("callback-1");
    expect(headers["x-momiji-signature"]).toBe(`sha256=${createHmac("sha256", "secret").update(body).digest("hex")}`);
  });

  test("a webhook may have a body of its own", async () => {
    await webhookNotifierDefinition.run(callbackContext(), { url, body: { text: "t" } });
    expect(taken.map(({ body }) => body)).toEqual(['{"text":"t"}']);
  });

  test.each([
    [503, null],
    [429, null],
    [404, "fail"],
  ])("an answer %i is tried again unless it is a refusal", async (answer, signal) => {
    status = answer;
    const sent = Promise.resolve(webhookNotifierDefinition.run(callbackContext(), { url }));
    const error: unknown = await sent.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(taskSignalOf(error)).toBe(signal);
  });

  test("Slack gets a text at the address that the connection gives", async () => {
    const connections = {
      slack_default: { type: "slackwebhook", host: `${url}/services`, password: "T0/B0/x", extra: {} },
    };
    const context = callbackContext({}, { connections });
    await slackNotifierDefinition.run(context, { channel: "#ops", iconEmoji: ":fire:" });
    expect(taken[0]?.url).toBe("/services/T0/B0/x");
    const sent = JSON.parse(taken[0]?.body ?? "") as { text: string };
    expect(sent).toMatchObject({ channel: "#ops", icon_emoji: ":fire:" });
    expect(sent.text).toContain("*Momiji: d.t failed (r)*");
  });
});

test("what a notifier says tells tasks, runs, deadlines and questions apart", () => {
  const subject = (more: Partial<CallbackContext>): string => messageOf(callbackContext(more)).subject;
  expect(subject({ event: "on_success", runState: "success", reason: "success" })).toBe("Momiji: d succeeded (r)");
  expect(subject({ runState: "failed", reason: "timed_out" })).toBe("Momiji: d failed: timed_out (r)");
  expect(subject({ event: "on_deadline", state: null })).toBe("Momiji: d missed its deadline, its run is running (r)");
  expect(subject({ event: "on_input", question: { subject: "May I?", body: null } })).toBe(
    "Momiji: d.t asks: May I? (r)",
  );
});

test("a notifier without what it needs is refused where it is written", () => {
  expect(() => emailNotifier({} as never)).toThrow("notifier email_notifier: it needs to");
  expect(() => webhookNotifier({})).toThrow("it needs url");
});
