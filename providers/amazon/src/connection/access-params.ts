/** What every operator of this package takes to say with which account and in which region it works. */
export type AccessParams = {
  /**
   * Id of a connection of type `aws` (Airflow's `aws_conn_id`). Default `aws_default`; if that one does not exist, and with null, the
   * SDK's own chain: environment, shared configuration, the role of the container or the machine.
   */
  readonly connection?: string | null;
  /** Default: that of the connection, then `AWS_REGION`, `AWS_DEFAULT_REGION`, the shared configuration (Airflow's `region_name`). */
  readonly region?: string;
  /** False: certificates are not checked; a text: the path of a file of authorities. Default: as the connection says, or true. */
  readonly verify?: boolean | string;
};
