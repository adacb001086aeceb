/** What a command gives that can be refused. Reasons are in camelCase, as keys of messages are. */
export type Result<Reason extends string, Value = unknown> =
  ({ ok: true } & Value) | Refusal<Reason>;

export type Refusal<Reason extends string, Detail = unknown> = {
  ok: false;
  reason: Reason;
} & Detail;
