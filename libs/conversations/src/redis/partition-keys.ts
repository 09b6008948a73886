/** The keys every script of a partition is given, in the order of `lua/prelude.lua`. `{…}` keeps them in one cluster slot. */
export interface PartitionKeys {
  readonly common: readonly string[];
  readonly dead: string;
  readonly deadOrder: string;
  readonly outbox: string;
  readonly recover: readonly string[];
}

export function partitionKeys(partition: number): PartitionKeys {
  const key = (name: string) => `tl:{${partition}}:${name}`;
  const outbox = key('outbox');
  return {
    common: [key('meta'), key('clock'), key('due'), key('leased'), outbox],
    dead: key('dead'),
    deadOrder: key('dead-order'),
    outbox,
    recover: [key('meta'), key('due'), key('leased')],
  };
}
