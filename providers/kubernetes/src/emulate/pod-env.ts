/** The environment of a pod's container where there is no cluster, and the references to it in its command. */
import type { Json } from "@momiji/core";
import type { JsonObject } from "../client/objects.ts";

export interface PodEnv {
  readonly env: { readonly [name: string]: string };
  readonly leftOut: readonly string[];
}

type Variable = { readonly name: string; readonly value?: string; readonly valueFrom?: JsonObject };

export function envOfPod(container: JsonObject, metadata: JsonObject): PodEnv {
  const env: { [name: string]: string } = {};
  const leftOut: string[] = [];
  for (const { name, value = "", valueFrom } of (container["env"] ?? []) as readonly Variable[]) {
    if (valueFrom === undefined) env[name] = expanded(value, env);
    else {
      const text = fieldOf(valueFrom["fieldRef"], metadata);
      if (text === undefined) leftOut.push(`the variable ${name}, from ${sourceOf(valueFrom)}`);
      else env[name] = text;
    }
  }
  for (const source of (container["envFrom"] ?? []) as readonly JsonObject[])
    leftOut.push(`the variables of ${sourceOf(source)}`);
  return { env, leftOut };
}

/** `$(NAME)` is the variable's value if there is one, `$$` a dollar that begins none. */
export function expanded(text: string, env: PodEnv["env"]): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (whole, name: string | undefined) =>
    name === undefined ? "$" : (env[name] ?? whole),
  );
}

/** What stands in the pod itself. */
function fieldOf(fieldRef: Json | undefined, metadata: JsonObject): string | undefined {
  if (fieldRef === undefined) return undefined;
  const { fieldPath: path } = fieldRef as { readonly fieldPath: string };
  const [, map, key = ""] = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path) ?? [];
  const holder = map === undefined ? metadata : ((metadata[map] ?? {}) as JsonObject);
  const name = map === undefined ? path.replace(/^metadata\./, "") : key;
  const value = holder[name];
  return typeof value === "string" ? value : undefined;
}

const KINDS: { readonly [field: string]: string } = {
  secretKeyRef: "secret",
  secretRef: "secret",
  configMapKeyRef: "config map",
  configMapRef: "config map",
};

function sourceOf(source: JsonObject): string {
  const [field = "", ref] = Object.entries(source).find(([, value]) => typeof value === "object") ?? [];
  const { name, fieldPath, resource } = (ref ?? {}) as { readonly [part: string]: string | undefined };
  return KINDS[field] === undefined ? (fieldPath ?? resource ?? field) : `the ${KINDS[field]} ${name}`;
}
