/** Where the document leaves a client's author alone: operations without a summary or an answer, parameters that say nothing. */

interface Told {
  readonly description?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: unknown;
  readonly parameters: readonly (Told & { readonly name: string })[];
  readonly responses: { readonly [status: string]: { readonly content?: unknown } };
}

interface Paths {
  readonly [path: string]: { readonly [method: string]: object };
}

/** In words. */
export function thinPlaces({ paths }: { readonly paths: Paths }): readonly string[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods).flatMap((each) => thinIn(each as Operation)));
}

function thinIn({ operationId, summary, parameters, responses }: Operation): readonly string[] {
  const mute = parameters.filter(({ description }) => description === undefined).map(({ name }) => name);
  const isAnswered = Object.entries(responses).some(
    ([status, { content }]) => status < "4" && (content !== undefined || status !== "200"),
  );
  return [
    ...(summary === undefined ? [`${operationId} has no summary: write one in openapi/summaries.ts`] : []),
    ...mute.map(
      (name) => `${operationId} does not say what ${name} means: write it in openapi/parameters.ts, or .describe() it`,
    ),
    ...(isAnswered ? [] : [`${operationId} does not say what it answers: give its route \`answers\``]),
  ];
}
