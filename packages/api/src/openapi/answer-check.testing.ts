/** Whether an answer is one that its operation may give. */
import { z } from "zod";
import type { Route } from "../route.ts";
import { possibleAnswers, type PossibleAnswer, refusal } from "./answers.ts";

export interface GivenAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

/** What any operation may answer: the request is too large, too many come, or the server fails. */
const ANYWHERE = (status: number): boolean => [413, 429, 431].includes(status) || status >= 500;

/** In words; null: it fits. */
export async function problemOfAnswer(route: Route, { status, mediaType, body }: GivenAnswer): Promise<string | null> {
  const schemas = (await route.schemas?.()) ?? {};
  const answers = possibleAnswers(route, schemas);
  const known: PossibleAnswer | undefined = answers[status] ?? (ANYWHERE(status) ? refusal(String(status)) : undefined);
  if (known === undefined) {
    if (schemas.answers === undefined) return null;
    return `answers ${status}, which is none of ${Object.keys(answers).join(", ")}: ${body}`;
  }
  const media = Object.keys(known.content);
  if (media.length === 0) return body === "" ? null : `answers ${status} with a body where there is none: ${body}`;
  const schema = known.content[mediaType];
  if (schema === undefined)
    return `answers ${status} with ${mediaType || "no media type"}, which is none of ${media.join(", ")}`;
  if (mediaType !== "application/json") return null;
  const { success, error } = schema.safeParse(JSON.parse(body));
  return success ? null : `answers ${status} with what is not its schema:\n${z.prettifyError(error)}\nin ${body}`;
}
