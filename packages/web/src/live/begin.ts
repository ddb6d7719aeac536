/**
 * The first thing that a page loads, in a file of its own: the stream of live events, which takes as long to begin as the page takes to
 * draw itself, begins while the browser still reads the rest.
 */
import { watch } from "./connection.ts";
import { firstTopics } from "./first-topics.ts";

const { pathname: base } = new URL(document.baseURI);

/** Once what is drawn watches for itself. */
export const endFirst = watch(firstTopics(location.pathname.slice(base.length - 1)), () => undefined);
