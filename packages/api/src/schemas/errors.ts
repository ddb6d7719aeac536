/** What refused requests are answered with. */
import { z } from "zod";
import { AnyJson, AnyObject } from "./answer.ts";

const help = {
  code: z.string().meta({ description: "Of the table in docs/reference/errors.md" }).optional(),
  remedy: z.string().meta({ description: "What to do" }).optional(),
};

export const HTTPException = z
  .strictObject({
    detail: z
      .union([
        z.string(),
        z.strictObject({ reason: z.string(), statement: z.string(), orig_error: z.string(), message: z.string() }),
      ])
      .meta({
        description: "What is wrong; an object if it is against a rule of the store, such as a name given twice",
      }),
    ...help,
    preview: AnyObject.meta({
      description: "With `code` preview_changed: what the action would do now; its `etag` is for another `If-Match`",
    }).optional(),
  })
  .meta({ id: "HTTPExceptionResponse", description: "Why a request was refused" });

const ValidationError = z
  .strictObject({
    loc: z.array(z.union([z.string(), z.int()])).meta({ description: 'The place: `["body", "logical_date"]`' }),
    msg: z.string(),
    type: z.string().meta({ description: "Of the error: `missing`, `extra_forbidden`, `int_parsing`, ..." }),
    input: AnyJson.meta({ description: "What was given there; secrets hidden" }).optional(),
  })
  .meta({ id: "ValidationError" });

export const HTTPValidationError = z
  .strictObject({ detail: z.array(ValidationError), ...help })
  .meta({ id: "HTTPValidationError", description: "Everything in a request that does not fit" });
