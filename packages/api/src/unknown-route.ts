/** What is answered where no operation is: another method would be one, or the path belongs to an older Airflow, or nothing. */
import type { Route } from "./route.ts";

export interface Unknown {
  readonly status: number;
  readonly body: unknown;
  readonly headers: { readonly [name: string]: string };
}

export function unknownRoute(routes: readonly Route[], method: string, url: string): Unknown {
  const path = url.split("?")[0] ?? "";
  const methods = routes.filter((route) => isOf(route.path, path)).map((route) => route.method);
  if (methods.length > 0 && !methods.some((one) => one === method)) {
    const allow = [...new Set(methods)].toSorted().join(", ");
    return { status: 405, body: { detail: "Method Not Allowed" }, headers: { allow } };
  }
  const error = path.startsWith("/api/v1/")
    ? "/api/v1 has been removed in Airflow 3, please use its upgraded version /api/v2 instead."
    : "API route not found";
  return { status: 404, body: { error }, headers: {} };
}

/** Compared part by part: a path of the request is no pattern. */
function isOf(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith("{") || part === given[at]);
}
