/** Whether somebody may do something, from what the server said of their rights. The server asks again with every act. */
import type { ShellAnswer } from "../api/shell-query.ts";

type Right = ShellAnswer["rights"][number];

export type Rightful = Right["of"];
export type May = Right["may"];

export interface Wanted {
  readonly of: Rightful;
  readonly may: May;
  /** Of what belongs to a DAG. */
  readonly dagId?: string | undefined;
}

/** Why not: the right that is missing everywhere, or in this DAG alone. Null: it may be done. */
export type Missing = { readonly permission: string; readonly role: string | null } | { readonly dagId: string } | null;

export function missingRight({ rights, dags }: Pick<ShellAnswer, "rights" | "dags">, wanted: Wanted): Missing {
  const { of, may, dagId } = wanted;
  const right = rights.find((each) => each.of === of && each.may === may);
  if (right === undefined) return null;
  if (!right.allowed) return { permission: right.permission, role: right.role };
  if (dagId === undefined || may === "read") return null;
  // As in Airflow: what is changed of a DAG's things is a change of the DAG.
  const changeable = of === "dag" && may === "delete" ? dags.delete : dags.edit;
  return changeable === null || changeable.includes(dagId) ? null : { dagId };
}
