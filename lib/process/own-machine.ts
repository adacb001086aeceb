import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const isLoopback = (address: string): boolean =>
  loopback.check(address, isIPv6(address) ? "ipv6" : "ipv4");

export function namesOwnMachine(host: string): boolean {
  const url = URL.parse(`http://${host}`);
  return url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

const proxyHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host"];

// Proxied requests come from the machine too, and DNS rebinding makes other sites' pages reach it,
// so both are excluded. The headers must be as they came in, before any is changed.
export function isFromOwnMachine(headers: IncomingHttpHeaders, socketAddress = ""): boolean {
  if (!socketAddress || !headers.host) return false;
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(socketAddress) && namesOwnMachine(headers.host);
}
