/** Which parts of an engine's answer are secrets: they are masked in logs from the moment that a task has read them. */
import type { Json } from "../../json.ts";
import type { TaskQuestion } from "../../task-protocol.ts";
import { isSensitiveName, secretsIn, textsIn } from "../sensitive-names.ts";

/** The passwords and sensitive extras of a connection, and the values of variables with a sensitive name. */
export function secretsOfAnswer(question: TaskQuestion, answer: Json | undefined): string[] {
  if (answer === undefined || answer === null) return [];
  if (question.ask === "variable") return isSensitiveName(question.key) ? textsIn(answer) : secretsInText(answer);
  return question.ask === "connection" ? secretsIn(answer) : [];
}

/** A variable that is JSON may hold secrets under names of its own. */
function secretsInText(answer: Json): string[] {
  if (typeof answer !== "string" || !/^\s*[{[]/.test(answer)) return [];
  try {
    return secretsIn(JSON.parse(answer) as Json);
  } catch {
    return [];
  }
}
