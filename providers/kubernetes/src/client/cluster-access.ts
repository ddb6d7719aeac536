/** How a cluster is reached, and as whom. Made from a kubeconfig or from what a pod finds in itself. */

export interface Credentials {
  readonly token?: string;
  /** PEM. */
  readonly cert?: string;
  readonly key?: string;
  /** `user:password`, as old kubeconfigs have it. */
  readonly basic?: string;
}

export interface ClusterAccess {
  /** Where this was read from, for messages: "the kubeconfig /root/.kube/config, context prod". */
  readonly origin: string;
  /** `https://HOST:PORT`, perhaps with a path. */
  readonly server: string;
  /** PEM; absent: the authorities that this machine trusts. */
  readonly ca?: string;
  /** The name that the certificate must carry, if not that of the server. */
  readonly serverName?: string;
  readonly skipTlsVerify?: boolean;
  readonly proxy?: string;
  /** Where objects without a namespace are. */
  readonly namespace: string;
  /** Acts as somebody else. */
  readonly impersonate?: { readonly user: string; readonly groups?: readonly string[] };
  /** Asked before every request; `renew` after a 401. */
  credentials(renew?: boolean): Promise<Credentials>;
}
