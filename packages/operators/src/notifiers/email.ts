/** Sends a mail (Airflow's `SmtpNotifier`, and what the `email` of a task comes to). */
import { EMAIL_NOTIFIER, missingConnection } from "@momiji/core";
import { type CallbackContext, FailTask, type Notifier, notifierOf } from "@momiji/sdk";
import { sendMail, type SmtpServer, smtpServerOf } from "../smtp.ts";
import { notifierDefinition } from "./definition.ts";
import { messageOf } from "./message.ts";

type Addresses = string | readonly string[];

/** All texts are templates. */
export type EmailNotifierOptions = {
  readonly to: Addresses;
  readonly cc?: Addresses;
  readonly bcc?: Addresses;
  /** Default: `from_email` of the connection, or the setting `email.from`. */
  readonly from?: string;
  /** Default: what has happened, in a line. */
  readonly subject?: string;
  /** Default, if there is no html either: which attempt of what, and why. */
  readonly text?: string;
  readonly html?: string;
  /** Id of the connection to the mail server. Default: the server of the settings, or the connection `smtp_default`. */
  readonly connection?: string;
};

export function emailNotifier(options: EmailNotifierOptions): Notifier {
  return notifierOf({
    name: EMAIL_NOTIFIER,
    lane: "async",
    params: options,
    required: ["to"],
    templateFields: ["to", "cc", "bcc", "from", "subject", "text", "html"],
  });
}

/** The mail server of the settings. */
export interface MailSettings {
  readonly server: SmtpServer;
  readonly from: string;
}

/** `settings` null: none is set. */
export function emailNotifierDefinition(settings: MailSettings | null) {
  return notifierDefinition<EmailNotifierOptions>(EMAIL_NOTIFIER, async (ctx, params) => {
    const { connection: _connection, ...mail } = params;
    const { server, from } = await serverOf(ctx, params, settings);
    const sender = mail.from ?? from;
    if (sender === undefined)
      throw new FailTask("there is no sender: give from, or from_email in the extra of the connection");
    const { subject, text } = messageOf(ctx);
    const body = mail.text === undefined && mail.html === undefined ? { text } : {};
    const messageId = await sendMail(server, { subject, ...body, ...mail, from: sender });
    ctx.log.info(`mail ${messageId} was taken by ${server.host}`);
  });
}

async function serverOf(
  ctx: CallbackContext,
  { connection: id }: EmailNotifierOptions,
  settings: MailSettings | null,
): Promise<{ server: SmtpServer; from: string | undefined }> {
  if (id === undefined && settings !== null) return settings;
  const connection = await ctx.connections.get(id ?? "smtp_default");
  if (connection !== undefined) return smtpServerOf(connection);
  if (id !== undefined) throw new FailTask(missingConnection(id));
  throw new FailTask("there is no mail server: set email.host, or make the connection smtp_default");
}
