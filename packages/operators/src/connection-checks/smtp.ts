/** Connections of type `smtp`: the server greets, speaks TLS as asked for, and takes the login. No mail is sent. */
import type { ConnectionCheck } from "@momiji/sdk";
import { smtpServerOf, verifySmtp } from "../smtp.ts";

export const checkSmtp: ConnectionCheck = async (connection, _signal, reach) => {
  const { server } = smtpServerOf(connection);
  await verifySmtp({ ...server, address: await reach.addressOf(server.host) });
  const login = server.login === undefined ? "" : `, and took the login of ${server.login}`;
  return `the mail server at ${server.host} answered${login}`;
};
