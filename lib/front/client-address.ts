import { isIP, SocketAddress } from "node:net";

/**
 * The address of whoever asks. Without proxies of one's own it is the other end of the connection,
 * whatever a request says of itself; with them, what the outermost of them wrote down. Where that
 * is no address, what the next one nearer to this process wrote down.
 * @param headers with `x-socket-address`, which the process writes itself, and what the proxies
 *   added to `x-forwarded-for`
 * @param trustedProxies how many proxies of one's own stand in front: TRUSTED_PROXIES
 * @returns without a port; empty where nobody knows
 */
export function clientAddressOf(headers: Headers, trustedProxies: number): string {
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  const passedBy = [
    ...(trustedProxies > 0 ? forwarded : []),
    headers.get("x-socket-address") ?? "",
  ];
  return (
    passedBy
      .slice(-1 - trustedProxies)
      .map(withoutPort)
      .find(Boolean) ?? ""
  );
}

/**
 * Some proxies write down `203.0.113.7:4711` or `[2001:db8::1]:443`. Empty for what is no address.
 */
function withoutPort(written: string): string {
  const text = written.trim().replaceAll('"', "");
  return isIP(text) ? text : (SocketAddress.parse(text)?.address ?? "");
}
