/** Connections of type `http`: the address of its own answers, with its credentials (Airflow's `HttpHook.test_connection`). */
import type { ConnectionCheck } from "@momiji/sdk";
import { sendRequest, statusError } from "../http-request.ts";

export const checkHttp: ConnectionCheck = async (connection, signal) => {
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warning: silent, warn: silent, error: silent };
  const ctx = { connections: { get: async () => connection }, signal, log };
  const answer = await sendRequest(ctx, { connection: connection.id, method: "GET" });
  if (answer.ok) return `${answer.label} answered ${answer.status}`;
  throw statusError(answer);
};
