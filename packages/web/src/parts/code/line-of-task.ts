/** Where a task stands in its file: nobody keeps the line, so it is looked for as people do, by its name. */

/** @returns from 1; null: its name is nowhere, as when it is put together by the code */
export function lineOfTask(source: string, taskId: string): number | null {
  // In a group a task is called by the group's name as well, and in its file by its own.
  const own = taskId.slice(taskId.lastIndexOf(".") + 1);
  const lines = source.split("\n");
  for (const name of own === taskId ? [taskId] : [taskId, own]) {
    for (const isThere of waysToName(name)) {
      const at = lines.findIndex((line) => isThere.test(line) && !isComment(line));
      if (at !== -1) return at + 1;
    }
  }
  return null;
}

/** The surest way first: in quotes as the first argument, as any, a function of that name, anything of that name. */
function waysToName(name: string): readonly RegExp[] {
  const word = RegExp.escape(name);
  return [
    new RegExp(String.raw`\(\s*(["'\`])${word}\1`),
    new RegExp(String.raw`[(,=:]\s*(["'\`])${word}\1`),
    new RegExp(String.raw`^\s*(["'\`])${word}\1\s*,?\s*$`),
    new RegExp(String.raw`\b(?:def|function)\s+${word}\b`),
    new RegExp(String.raw`\b(?:id|task_id)\s*:\s*${word}\s*$`),
    new RegExp(String.raw`(?<![\w$])${word}(?![\w$])`),
  ];
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\*|\/\*)/.test(line);
}
