/** The one way to everything that changes something: any page asks here, and the dialog opens over it. */
export interface RunName {
  readonly dagId: string;
  readonly runId: string;
}

export interface TaskName extends RunName {
  readonly taskId: string;
  /** Absent or -1: not mapped, or every instance of the task. */
  readonly mapIndex?: number | undefined;
}

/** What clearing, marking and notes are about. */
export type ActTarget =
  | { readonly of: "runs"; readonly runs: readonly RunName[] }
  | { readonly of: "tasks"; readonly tasks: readonly TaskName[] }
  | { readonly of: "group"; readonly dagId: string; readonly runId: string; readonly groupId: string };

export type MarkedState = "success" | "failed" | "skipped";

export type ActRequest =
  | { readonly kind: "clear"; readonly target: ActTarget; readonly onlyFailed?: boolean }
  | { readonly kind: "mark"; readonly target: ActTarget; readonly state: MarkedState }
  | { readonly kind: "note"; readonly target: ActTarget }
  | {
      readonly kind: "delete";
      readonly target: { readonly of: "runs"; readonly runs: readonly RunName[] } | { of: "dag"; dagId: string };
    }
  /** `from`: the run whose inputs are taken. */
  | { readonly kind: "trigger"; readonly dagId: string; readonly from?: string }
  | { readonly kind: "backfill"; readonly dagId: string }
  /** `taskId` absent: all tasks of the DAG. */
  | { readonly kind: "preflight"; readonly dagId: string; readonly taskId?: string | undefined }
  | { readonly kind: "switch"; readonly dagId: string; readonly isOn: boolean };

/** What may touch many. */
export type ReachRequest = Extract<ActRequest, { readonly kind: "clear" | "mark" }>;

export interface OpenedAct {
  readonly request: ActRequest;
  /** Each opening is another dialog, though it may be about the same. */
  readonly id: number;
  /** Where the keyboard was: it goes back there. */
  readonly opener: Element | null;
  /** Called when it was done, not when it was given up. */
  readonly onDone: (() => void) | undefined;
}

let opened: OpenedAct | null = null;
let count = 0;
const listeners = new Set<() => void>();

function become(next: OpenedAct | null): void {
  opened = next;
  for (const listener of listeners) listener();
}

/** Opens the dialog of an act. Nothing is done before somebody confirms there. */
export function openAct(request: ActRequest, onDone?: () => void): void {
  count += 1;
  become({ request, id: count, opener: opener(), onDone });
}

/** Where the keyboard is. An item of a menu goes with its menu: then the button that has opened that. */
function opener(): Element | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]') ?? null;
  return menu === null ? focused : document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
}

/** Closes the dialog of what was done. */
export function endAct(): void {
  const done = opened?.onDone;
  closeAct();
  done?.();
}

/** Closes what is open, and gives the keyboard back. */
export function closeAct(): void {
  const back = opened?.opener;
  become(null);
  // The dialog holds the keyboard until it is gone.
  setTimeout(() => {
    if (opened !== null) return;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else document.querySelector<HTMLElement>("main")?.focus();
  });
}

export function openedAct(): OpenedAct | null {
  return opened;
}

export function subscribeActs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
