/** Where files of DAGs are broken, and which DAGs that concerns. */
import { z } from "zod";
import { Count, Instant } from "./answer.ts";
import { whole } from "./query.ts";

const Excerpt = z
  .strictObject({
    file: z.string().meta({ description: "The DAG file, or one that it imports" }),
    line: z.int(),
    column: z.int(),
    caret: Count.meta({ description: "Letters before the caret under the line" }),
    lines: z.array(z.strictObject({ n: z.int(), text: z.string() })),
  })
  .meta({ id: "SourceExcerpt", description: "The lines around a place in a file; long ones are cut" });

const ImportErrorSource = z
  .strictObject({
    importErrorId: z.int(),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    message: z.string(),
    excerpt: Excerpt.nullable().meta({ description: "Null: no line is known, or it is withheld" }),
    withheld: z.boolean().meta({ description: "The file holds a DAG whose code you may not read" }),
    stack: z.string().nullable(),
    dags: z
      .array(
        z.strictObject({
          dagId: z.string(),
          version: z.int(),
          since: Instant.nullable().meta({ description: "When that version was made" }),
        }),
      )
      .meta({ description: "DAGs of the file that you may see: each goes on with its last good version. At most 100" }),
  })
  .meta({ id: "ImportErrorSource", description: "Where a file of DAGs is broken, and which DAGs that concerns" });

const AffectedDags = z
  .strictObject({
    file: z.string(),
    dags: Count.meta({ description: "How many DAGs of the file go on with their last good version" }),
    dagId: z.string().nullable().meta({ description: "If it is one, which; null: there are several" }),
    version: z.int().meta({ description: "The highest of those versions" }),
    isOne: z.boolean().meta({ description: "All of them go on with this version" }),
    since: Instant.nullable().meta({ description: "When that version was made" }),
  })
  .meta({ id: "AffectedDags", description: "The DAGs of a broken file that you may see" });

export const affected = {
  answers: {
    200: z
      .strictObject({ files: z.array(AffectedDags).meta({ description: "At most 500" }) })
      .meta({ id: "AffectedDagsOfFiles", description: "Broken files whose DAGs were loaded once" }),
  },
};

export const source = {
  params: z.object({ import_error_id: whole(0) }),
  answers: { 200: ImportErrorSource },
};
