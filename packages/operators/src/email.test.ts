import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emailOperator } from "./email.ts";
import { sendFailureEmail } from "./failure-email.ts";
import { smtpServerOf } from "./smtp.ts";
import { testContext } from "./task-context.testing.ts";

interface Taken {
  readonly commands: string[];
  readonly lines: string[];
}

/** Speaks enough of SMTP to take mails; refuses recipients at `refused.example`. */
class SmtpSink {
  readonly mails: Taken[] = [];
  readonly #server: Server = createServer((socket) => void this.#talk(socket));

  async listen(): Promise<number> {
    await once(this.#server.listen(0, "127.0.0.1"), "listening");
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }

  async #talk(socket: Socket): Promise<void> {
    const mail: Taken = { commands: [], lines: [] };
    let inBody = false;
    socket.write("220 sink\r\n");
    for await (const line of createInterface({ input: socket })) {
      if (inBody && line !== ".") mail.lines.push(line);
      else if (inBody) {
        inBody = false;
        this.mails.push(mail);
        socket.write("250 taken\r\n");
      } else {
        mail.commands.push(line);
        inBody = line === "DATA";
        socket.write(answerTo(line));
        if (line === "QUIT") socket.end();
      }
    }
  }
}

function answerTo(line: string): string {
  if (line.startsWith("EHLO")) return "250-sink\r\n250 AUTH PLAIN\r\n";
  if (line.startsWith("AUTH")) return "235 welcome\r\n";
  if (line.includes("@refused.example")) return "550 nobody there\r\n";
  return line === "DATA" ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n";
}

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
    bcc: "c@example.com",
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
    "RCPT TO:<c@example.com>",
  ]);
  const text = mail?.lines.join("\n");
  expect(text).toContain("To: a@example.com, b@example.com");
  expect(text).toContain(`Message-ID: ${String(messageId)}`);
  expect(text).toContain(`=?UTF-8?B?${Buffer.from("紅葉").toString("base64")}?=`);
  expect(text).toContain("<b>hello</b>");
  expect(text).not.toContain("c@example.com");
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

test("the notice of a failure says which attempt of what failed, and why", async () => {
  const notice = {
    kind: "failure",
    to: ["ops@example.com"],
    dagId: "report",
    runId: "scheduled__2026-01-01T00:00:00+00:00",
    taskId: "load",
    mapIndex: -1,
    tryNumber: 2,
    maxAttempts: 2,
    message: "exit code 1",
    detail: "last line",
    logUrl: "http://localhost/log",
  } as const;
  await sendFailureEmail(notice, { server: { host: "127.0.0.1", port }, from: "momiji@example.com" });
  await sendFailureEmail(
    { ...notice, kind: "retry", tryNumber: 1 },
    { server: { host: "127.0.0.1", port }, from: "momiji@example.com" },
  );
  const [failed, retried] = sink.mails.map((mail) => mail.lines.join("\n"));
  expect(failed).toContain("Subject: Momiji: report.load failed");
  for (const part of ["Attempt  2 of 2", "exit code 1", "last line", "http://localhost/log"])
    expect(failed).toContain(part);
  expect(retried).toContain("Subject: Momiji: report.load will be tried again");
});
