/** What stands in place of a page that cannot be drawn: what is around it goes on, and another page is a click away. */
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ProblemPanel } from "../parts/problem-panel.tsx";

export function PageProblem({ error, reset }: ErrorComponentProps) {
  return <ProblemPanel error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />;
}
