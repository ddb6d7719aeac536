import { posix } from "node:path";
import type { ArchitectureRules } from "../../architecture-rules.ts";
import type { Finding } from "../finding.ts";
import type { SourceFile } from "../source-file.ts";
import type { Workspace } from "../workspace.ts";

/** A file says by its name what it is about, and a package says at its door what it is for. */
export function checkFileShape(workspace: Workspace, rules: ArchitectureRules): Finding[] {
  return workspace.packages.flatMap(({ folder, files }) =>
    files.flatMap((file) => [
      ...shapelessName(file, rules),
      ...typesAtRoot(folder, file),
      ...openingComment(folder, file),
    ]),
  );
}

function shapelessName({ path }: SourceFile, rules: ArchitectureRules): Finding[] {
  const word = path.split(/[/.-]/).find((each) => rules.shapelessNames.includes(each));
  if (word === undefined) return [];
  return [
    { file: path, line: 1, rule: "file-name", message: `"${word}" says nothing: name the file after what it does` },
  ];
}

function typesAtRoot(folder: string, { path }: SourceFile): Finding[] {
  if (posix.basename(path) !== "types.ts" || posix.dirname(path) !== `${folder}/src`) return [];
  return [{ file: path, line: 1, rule: "file-name", message: "a type lives in the file of the thing it describes" }];
}

function openingComment(folder: string, { path, opensWithBlockComment }: SourceFile): Finding[] {
  if (path !== `${folder}/src/index.ts` || opensWithBlockComment) return [];
  const message = "open with a comment: what the package does, what it refuses to do, who may import it";
  return [{ file: path, line: 1, rule: "opening-comment", message }];
}
