/** What views of code are given. */
import type { CodeLanguage } from "./language.ts";

export interface CodeViewProps {
  readonly text: string;
  readonly language: CodeLanguage;
  /** What it is, for those who do not see it. */
  readonly label: string;
  /** From 1: is shown in the middle, and marked. */
  readonly line?: number | undefined;
  readonly wrap?: boolean | undefined;
  /** Its number was pressed. */
  readonly onLine?: ((line: number) => void) | undefined;
}

export interface CodeDiffProps {
  readonly a: string;
  readonly b: string;
  readonly language: CodeLanguage;
  /** What each is, as "v11" and "v12". */
  readonly labels: readonly [a: string, b: string];
  readonly shape?: "side" | "inline" | undefined;
  readonly wrap?: boolean | undefined;
}

export interface CodeEditorProps {
  readonly value: string;
  onChange(value: string): void;
  /** Its accessible name. */
  readonly label: string;
  readonly language?: CodeLanguage | undefined;
  readonly isInvalid?: boolean | undefined;
  /** Ids of what explains it, such as its error. */
  readonly describedBy?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly isReadOnly?: boolean | undefined;
}
