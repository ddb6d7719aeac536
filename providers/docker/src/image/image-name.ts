/** The parts of an image's name. */
export interface ImageName {
  /** Without tag and digest. */
  readonly repository: string;
  /** A tag, or a digest with its algorithm. */
  readonly version: string;
  /** The registry's host; that of Docker Hub is `docker.io`. */
  readonly registry: string;
}

/** Of the image at the engine, or (`distribution`) at its registry. */
export function imagePath(image: string, area: "images" | "distribution"): string {
  return `/${area}/${image.split("/").map(encodeURIComponent).join("/")}/json`;
}

export function imageName(image: string): ImageName {
  const [, name = image, digest] = /^(.*)@(.*)$/.exec(image) ?? [];
  const [, untagged = name, tag = "latest"] = /^(.*):([^/:]+)$/.exec(name) ?? [];
  const [first = "", ...rest] = untagged.split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  return { repository: untagged, version: digest ?? tag, registry: hasHost ? first : "docker.io" };
}
