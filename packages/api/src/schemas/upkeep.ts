/** What keeps an installation in order: requests and answers. */
import { z } from "zod";
import { Count } from "./answer.ts";

export const rotateKeys = {
  body: z
    .strictObject({
      new_key: z.boolean().default(false).meta({ description: "Make a new key first, and seal everything with it" }),
    })
    .meta({ id: "RotateKeysBody" }),
  answers: {
    200: z
      .strictObject({
        key_id: z.string().meta({ description: "Of the key that new secrets are sealed with" }),
        resealed: Count.meta({ description: "Secrets that were sealed with another key before" }),
        unreadable: z
          .array(z.strictObject({ kind: z.enum(["variable", "connection"]), id: z.string(), key_id: z.string() }))
          .meta({ description: "Secrets that no key of this server opens; they stay as they are" }),
        unused_key_ids: z.array(z.string()).meta({ description: "Keys that no secret needs any more" }),
      })
      .meta({ id: "RotatedKeys" }),
  },
};
export const reparse = { answers: { 201: z.null() } };
