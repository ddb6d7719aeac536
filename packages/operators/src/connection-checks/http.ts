/** Connections of type `http`: the address of its own answers, with its credentials (Airflow's `HttpHook.test_connection`). */
import type { ConnectionCheck } from "@momiji/sdk";
import { headersOf, reasonOf, statusError, urlOf } from "../http-request.ts";
import { ask } from "./ask.ts";

export const checkHttp: ConnectionCheck = async (connection, signal, reach) => {
  const url = urlOf(undefined, connection);
  const label = `GET ${url.origin}${url.pathname}`;
  const headers = Object.fromEntries(headersOf({}, connection));
  const { status, text } = await ask(url, { method: "GET", headers, signal, reach }).catch((error: unknown) => {
    throw new Error(`${label}: ${reasonOf(error)}`, { cause: error });
  });
  if (status >= 200 && status < 300) return `${label} answered ${status}`;
  throw statusError({ label, status, text });
};
