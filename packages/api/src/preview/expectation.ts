/** `If-Match`: an act is done only if it touches those whom its preview has shown. */
import { ApiError } from "../errors.ts";
import { paged, type Tagged } from "./preview-page.ts";

/** What a client expects; undefined: whatever it comes to. */
export function expectationOf(headers: { readonly [name: string]: string | undefined }): { readonly expects?: string } {
  const given = headers["if-match"]?.trim().replace(/^W\//, "");
  return given === undefined || given === "" || given === "*" ? {} : { expects: given };
}

/** The act would touch others than those that were shown; the answer has the new preview. */
class PreviewChanged extends ApiError {
  readonly preview: object;

  constructor(preview: Tagged) {
    super("preview_changed");
    this.preview = paged(preview);
  }

  override body(): unknown {
    return { ...(super.body() as object), preview: this.preview };
  }
}

/** @throws PreviewChanged */
export function requireExpected(expects: string | undefined, preview: Tagged): void {
  if (expects !== undefined && expects !== preview.etag) throw new PreviewChanged(preview);
}
