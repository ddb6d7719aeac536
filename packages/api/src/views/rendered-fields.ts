/** The template fields of a task: as they were written, and what they became for one of its instances. */
import { type Json, maskJson, type Masker, type TaskInstance, type TaskSpec } from "@momiji/core";
import type { RenderedFields } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { KnownSecrets } from "../settings/known-secrets.ts";

interface Rendered {
  readonly runKey: number;
  readonly task: TaskSpec | undefined;
  readonly instance: TaskInstance;
}

export class RenderedValues {
  readonly #deps: ApiDeps;
  readonly #known: KnownSecrets;

  constructor(deps: ApiDeps) {
    this.#deps = deps;
    this.#known = new KnownSecrets(deps.store, deps.keys);
  }

  /** For each in order: by field. What is no template is as it was written, once the task has been tried. */
  async of(all: readonly Rendered[]): Promise<readonly RenderedFields[]> {
    const { store, secrets } = this.#deps;
    const places = all.map(({ runKey, instance: { taskId, mapIndex } }) => ({ runKey, taskId, mapIndex }));
    const kept = await store.findRendered(places);
    // Hidden already are those that the worker knew; others may have become secrets since.
    const isAnyKept = kept.some((fields) => fields !== null);
    const maskers = isAnyKept ? [await this.#known.masker(), ...(secrets === undefined ? [] : [secrets])] : [];
    return all.map((each, at) => valuesOf(each, kept[at] ?? {}, maskers));
  }
}

function valuesOf({ task, instance }: Rendered, kept: RenderedFields, maskers: readonly Masker[]): RenderedFields {
  if (instance.tryNumber === 0) return {};
  return Object.fromEntries(
    writtenFields(task).flatMap(([field, written]): [string, Json][] => {
      const value = kept[field];
      if (value !== undefined) return [[field, maskJson(field, value, maskers)]];
      return isTemplate(written) ? [] : [[field, written]];
    }),
  );
}

/** As the author wrote them. */
export function writtenFields(task: TaskSpec | undefined): readonly (readonly [field: string, written: Json])[] {
  const { params = {}, templateFields = [] } = task ?? {};
  return templateFields.flatMap((field) => {
    const written = params[field];
    return written === undefined ? [] : [[field, maskJson(field, written, [])] as const];
  });
}

function isTemplate(value: Json): boolean {
  if (typeof value === "string") return /\{[{%#]/.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(isTemplate);
}
