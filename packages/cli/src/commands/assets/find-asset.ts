/** The one asset that a command is about, named by `--name`, `--uri` or both. */
import { CliError } from "../../errors.ts";

export interface AssetOptions {
  readonly name?: string;
  readonly uri?: string;
}

/** What is known of an asset wherever it comes from. */
interface NamedAsset {
  readonly id: number;
  readonly name: string;
  readonly uri: string;
}

/** @throws CliError `usage`, `not_found` */
export function findAsset<Asset extends NamedAsset>(assets: readonly Asset[], { name, uri }: AssetOptions): Asset {
  if (name === undefined && uri === undefined) throw new CliError("usage", "name the asset: --name or --uri");
  const found = assets.filter((asset) => (name ?? asset.name) === asset.name && (uri ?? asset.uri) === asset.uri);
  const [asset, ...more] = found;
  const words = [name, uri].filter((word) => word !== undefined).join(", ");
  const remedy = "`momiji assets list` shows what there is";
  if (asset === undefined) throw new CliError("not_found", `there is no asset ${words}`, remedy);
  if (more.length === 0) return asset;
  throw new CliError("usage", `${found.length} assets are called ${words}: give both --name and --uri`, remedy);
}
