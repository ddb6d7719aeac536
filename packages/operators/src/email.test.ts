import { afterEach, beforeEach, expect, test } from "vitest";
import { emailOperator } from "./email.ts";
import { SmtpSink } from "./smtp-sink.testing.ts";
import { smtpServerOf } from "./smtp.ts";
import { testContext } from "./task-context.testing.ts";

let sink: SmtpSink;
let port: number;

beforeEach(async () => {
  sink = new SmtpSink();
  port = await sink.listen();
});

afterEach(() => sink.close());

test("a mail reaches all recipients with its text and HTML", async () => {
  const params = {
    to: ["a@example.com", "b@example.com"],
    bcc: "hidden@example.com",
    from: "momiji@example.com",
    subject: "紅葉",
    text: "hello",
    html: "<b>hello</b>",
  };
  const messageId = await emailOperator.run(testContext(), { ...params, host: "127.0.0.1", port });
  const [mail] = sink.mails;
  expect(mail?.commands.filter((line) => line.startsWith("RCPT"))).toEqual([
    "RCPT TO:<a@example.com>",
    "RCPT TO:<b@example.com>",
    "RCPT TO:<hidden@example.com>",
  ]);
  const text = mail?.lines.join("\n");
  expect(text).toContain("To: a@example.com, b@example.com");
  expect(text).toContain(`Message-ID: ${String(messageId)}`);
  expect(text).toContain(`=?UTF-8?B?${Buffer.from("紅葉").toString("base64")}?=`);
  expect(text).toContain("<b>hello</b>");
  expect(text).not.toContain("hidden@example.com");
});

test("a connection gives the server, the password and the sender", async () => {
  const smtp = {
    type: "smtp",
    host: "127.0.0.1",
    port,
    login: "me",
    password: "secret",
    extra: { from_email: "me@example.com", disable_tls: true },
  };
  await emailOperator.run(testContext({ connections: { smtp_default: smtp } }), { to: "a@example.com", subject: "s" });
  expect(sink.mails[0]?.commands).toContain(`AUTH PLAIN ${Buffer.from("\0me\0secret").toString("base64")}`);
  expect(sink.mails[0]?.commands).toContain("MAIL FROM:<me@example.com>");
});

test("what is missing is said before anything is sent", async () => {
  await expect(emailOperator.run(testContext(), { to: "a@x", subject: "s" })).rejects.toThrow(
    'there is no connection "smtp_default"',
  );
  await expect(emailOperator.run(testContext(), { to: "a@x", subject: "s", host: "127.0.0.1", port })).rejects.toThrow(
    "there is no sender",
  );
  await expect(
    emailOperator.run(testContext(), { to: "a@refused.example", from: "m@x", subject: "s", host: "127.0.0.1", port }),
  ).rejects.toThrow("nobody there");
});

test("the port of a connection decides on TLS as in Airflow", () => {
  const tlsOf = (fields: object): unknown =>
    smtpServerOf({ id: "s", type: "smtp", host: "h", extra: {}, ...fields }).server.tls;
  expect(tlsOf({ port: 465 })).toBe("implicit");
  expect(tlsOf({ port: 587 })).toBe("starttls");
  expect(tlsOf({ port: 465, extra: { disable_ssl: true } })).toBe("starttls");
  expect(tlsOf({ port: 25, extra: { disable_tls: true } })).toBe("none");
});
