/** `email`: sends a mail (Airflow's `EmailOperator`). */
import { missingConnection } from "@momiji/core";
import { mappable, type OperatorDefinition, type Output, type TaskContext, type TaskOptions } from "@momiji/sdk";
import { placeStandard } from "./place-standard.ts";
import { sendMail, type SmtpServer, smtpServerOf } from "./smtp.ts";

type Addresses = string | readonly string[];

/** All texts are templates. */
export interface EmailOptions extends Omit<TaskOptions, "email"> {
  readonly to: Addresses;
  readonly cc?: Addresses;
  readonly bcc?: Addresses;
  /** Default: `from_email` of the connection. */
  readonly from?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  /** Id of the connection to the mail server. Default `smtp_default`. */
  readonly connection?: string;
  /** A server that asks for no password, instead of a connection. */
  readonly host?: string;
  /** Default 25. Only with `host`. */
  readonly port?: number;
}

export type EmailParams = Pick<
  EmailOptions,
  "to" | "cc" | "bcc" | "from" | "subject" | "text" | "html" | "connection" | "host" | "port"
>;

export const emailOperator: OperatorDefinition<EmailParams> = {
  name: "email",
  templateFields: ["to", "cc", "bcc", "from", "subject", "text", "html"],
  async run(ctx, params) {
    const { connection, host, port, ...mail } = params;
    const { server, from } = await serverOf(ctx, params);
    const sender = mail.from ?? from;
    if (sender === undefined)
      throw new Error("there is no sender: give from, or from_email in the extra of the connection");
    const messageId = await sendMail(server, { ...mail, from: sender });
    ctx.log.info(`mail ${messageId} was taken by ${server.host}`);
    return messageId;
  },
};

/** Sends a mail; its output is the id of the message. */
export const email = mappable(placeEmail, ["to", "cc", "bcc", "from", "subject", "text", "html"]);

function placeEmail(id: string, options: EmailOptions): Output<string> {
  const { to, cc, bcc, from, subject, text, html, connection, host, port, ...rest } = options;
  return placeStandard(emailOperator, {
    id,
    params: { to, cc, bcc, from, subject, text, html, connection, host, port },
    required: ["to", "subject"],
    options: rest,
  });
}

async function serverOf(
  ctx: TaskContext,
  params: EmailParams,
): Promise<{ server: SmtpServer; from: string | undefined }> {
  const { host, port = 25, connection: id = "smtp_default" } = params;
  if (host !== undefined) return { server: { host, port }, from: undefined };
  const connection = await ctx.connections.get(id);
  if (connection === undefined) throw new Error(`${missingConnection(id)}; or give host and port of the mail server`);
  return smtpServerOf(connection);
}
