/**
 * The address of whoever asks. Without proxies of one's own it is the other end of the connection, whatever a request says of itself;
 * with them, what the outermost of them wrote down.
 * @param headers with `x-socket-address`, which the process writes itself, and what the proxies added to `x-forwarded-for`
 * @param trustedProxies how many proxies of one's own stand in front: TRUSTED_PROXIES
 */
export function clientAddressOf(headers: Headers, trustedProxies: number): string {
  const forwarded = headers.get("x-forwarded-for")?.split(",").map((address) => address.trim()) ?? [];
  const passedBy = [...(trustedProxies > 0 ? forwarded : []), headers.get("x-socket-address") ?? ""];
  return passedBy.at(-1 - trustedProxies) ?? passedBy[0] ?? "";
}
