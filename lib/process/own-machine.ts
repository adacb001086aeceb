import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const isLoopback = (address: string): boolean =>
  loopback.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** Whether an address such as `localhost:3000` or `[::1]` names the machine itself. */
export function namesOwnMachine(host: string): boolean {
  const url = URL.parse(`http://${host}`);
  return url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

const proxyHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host"];

/**
 * Whether a request was made on the machine that the site runs on, and to it by its own name. A
 * proxy in front makes every request come from the machine, so one that was passed on does not
 * count; the name keeps out web pages elsewhere that had their own name point here.
 * @param headers as they came in, before anything was changed
 */
export function isFromOwnMachine(headers: IncomingHttpHeaders, socketAddress = ""): boolean {
  if (!socketAddress || !headers.host) return false;
  if (proxyHeaders.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(socketAddress) && namesOwnMachine(headers.host);
}
