import { expect, test } from "vitest";
import { languageOfFile } from "./language.ts";

test.each([
  ["etl/daily.ts", "typescript"],
  ["page.TSX", "tsx"],
  ["old/dag.py", "python"],
  ["a.yml", "yaml"],
  ["query.sql", "sql"],
  ["run.sh", "shell"],
  ["folder.d/README", "text"],
  [null, "text"],
])("%s is %s", (file, language) => expect(languageOfFile(file)).toBe(language));
