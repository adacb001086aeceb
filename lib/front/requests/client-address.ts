import { isIP, SocketAddress } from "node:net";

// Without `trustedProxies` it is the address of the socket, whatever a request says. With them it
// is what the outermost wrote, or the next one if that is no address. Empty if unknown.
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

/** Some proxies write `203.0.113.7:4711` or `[2001:db8::1]:443`. Empty if it is no address. */
function withoutPort(written: string): string {
  const text = written.trim().replaceAll('"', "");
  return isIP(text) ? text : (SocketAddress.parse(text)?.address ?? "");
}
