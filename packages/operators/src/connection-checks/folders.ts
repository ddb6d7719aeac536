/** Which files checks of connections may look at for whoever asks a server: those of some folders, so that it tells of no others. */
import { lstat, realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { Reach } from "@momiji/sdk";

/** @param folders absolute; none: no file at all */
export function filesOf(folders: readonly string[]): Pick<Reach, "pathOf"> {
  return {
    pathOf: async (path) => {
      const named = resolve(path);
      const folder = folders.find((each) => isWithin(each, named));
      if (folder === undefined || !isAbsolute(path)) throw refused(path);
      // Where a link leads out, whether there is something is nobody's business.
      const [real, realFolder] = await Promise.all([realPlace(named), realPlace(folder)]);
      if (real === null || realFolder === null || !isWithin(realFolder, real)) throw refused(path);
      return named;
    },
  };
}

/** Without links: the path, or as much of it as there is. Null: a link on it leads nowhere. */
async function realPlace(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const isLink = (await lstat(path).catch(() => null)) !== null;
  return isLink ? null : realPlace(dirname(path));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}

function refused(path: string): Error {
  return new Error(
    `the server may not look at ${path}: it looks only into the folders of core.testConnectionFolders, by absolute paths`,
  );
}
