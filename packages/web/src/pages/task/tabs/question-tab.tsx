/** The question that the task asks people: it is answered here as in the inbox. */
import { QuestionCard } from "../../inbox/question-card.tsx";
import type { TaskTabProps } from "../task-place.ts";

export function QuestionTab({ place }: TaskTabProps) {
  return <QuestionCard place={place} />;
}
