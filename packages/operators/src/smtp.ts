/** Sends mail through an SMTP server. The mail library is loaded when the first mail is sent, since most workers send none. */
import type { Connection } from "@momiji/sdk";

export interface SmtpServer {
  readonly host: string;
  /** Connected to instead of what the host's name is resolved to. */
  readonly address?: string;
  /** Default 587, or 465 with `tls: "implicit"`. */
  readonly port?: number;
  readonly login?: string;
  readonly password?: string;
  /** `implicit`: TLS from the first byte; `starttls`: TLS if the server offers it (default); `none`: never. */
  readonly tls?: "implicit" | "starttls" | "none";
}

export interface Mail {
  readonly from: string;
  readonly to: string | readonly string[];
  readonly cc?: string | readonly string[];
  readonly bcc?: string | readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
}

const TIMEOUT_MILLISECONDS = 30_000;

/** Resolves to the id of the message once the server has taken it. */
export async function sendMail(server: SmtpServer, mail: Mail): Promise<string> {
  const transport = await transportTo(server);
  try {
    const { to, cc = [], bcc = [] } = mail;
    const { messageId } = await transport.sendMail({ ...mail, to: [to].flat(), cc: [cc].flat(), bcc: [bcc].flat() });
    return messageId;
  } finally {
    transport.close();
  }
}

/** Connects and logs in, and sends nothing. Rejects with what went wrong. */
export async function verifySmtp(server: SmtpServer): Promise<void> {
  const transport = await transportTo(server);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

async function transportTo(server: SmtpServer) {
  const { createTransport } = await import("nodemailer");
  const { tls = "starttls", address = server.host } = server;
  return createTransport({
    host: address,
    ...(address === server.host ? {} : { tls: { servername: server.host } }),
    port: server.port ?? (tls === "implicit" ? 465 : 587),
    secure: tls === "implicit",
    ignoreTLS: tls === "none",
    ...(server.login === undefined ? {} : { auth: { user: server.login, pass: server.password ?? "" } }),
    connectionTimeout: TIMEOUT_MILLISECONDS,
    greetingTimeout: TIMEOUT_MILLISECONDS,
    socketTimeout: TIMEOUT_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * The server that a connection names, and the sender it gives. Airflow's fields of an SMTP connection: `extra` may hold
 * `disable_ssl`, `disable_tls` and `from_email`; port 465 means TLS from the start.
 */
export function smtpServerOf(connection: Connection): {
  readonly server: SmtpServer;
  readonly from: string | undefined;
} {
  const { host, port, login, password, extra } = connection;
  if (host === undefined) throw new Error(`connection "${connection.id}" has no host`);
  const implicit = extra["disable_ssl"] === true ? false : port === 465;
  const tls = extra["disable_tls"] === true && !implicit ? "none" : implicit ? "implicit" : "starttls";
  const from = extra["from_email"];
  return {
    server: {
      host,
      tls,
      ...(port === undefined ? {} : { port }),
      ...(login === undefined ? {} : { login }),
      ...(password === undefined ? {} : { password }),
    },
    from: typeof from === "string" ? from : undefined,
  };
}
