/** Findings of a check. */
import type { PreflightCheck } from "@momiji/sdk";

interface Trouble {
  readonly detail: string;
  readonly remedy: string;
}

export function ok(code: string, title: string, detail?: string): PreflightCheck {
  return { code, title, verdict: "ok", ...(detail === undefined ? {} : { detail }) };
}

export function failed(code: string, title: string, trouble: Trouble): PreflightCheck {
  return { code, title, verdict: "failed", ...trouble };
}

export function warning(code: string, title: string, trouble: Trouble): PreflightCheck {
  return { code, title, verdict: "warning", ...trouble };
}

export function unknown(code: string, title: string, trouble: Partial<Trouble> & { detail: string }): PreflightCheck {
  return { code, title, verdict: "unknown", ...trouble };
}

/** Texts with a template have no value before a run; what a mapped task is mapped over is not there at all. */
export function isKnown(text: string | undefined): text is string {
  return text !== undefined && text !== "" && !/\{[{%#]/.test(text);
}
