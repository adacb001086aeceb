import { BlockList, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const isLoopback = (address: string): boolean => loopback.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** Whether an address such as `localhost:3000` or `[::1]` names the machine itself. */
function namesOwnMachine(host: string): boolean {
  const url = URL.parse(`http://${host}`);
  return url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

/**
 * Whether a request was made on the machine that the site runs on, and to it by its own name. A proxy in front makes every
 * request come from the machine, so one that was passed on does not count; the name keeps out web pages elsewhere
 * that had their own name point here.
 * @param headers with `x-socket-address`, which server.ts writes itself
 * @param publicAddress SITE_URL. A site that has an address of its own is in use, and a proxy that tells nothing
 *   of itself may stand in front of it
 */
export function isFromOwnMachine(headers: Headers, publicAddress: string): boolean {
  const socketAddress = headers.get("x-socket-address");
  const host = headers.get("host");
  if (!socketAddress || !host) return false;
  // Next writes these two itself where they are missing: then they say the same as the request.
  const forwardedFor = headers.get("x-forwarded-for") ?? socketAddress;
  const forwardedHost = headers.get("x-forwarded-host") ?? host;
  if (headers.has("forwarded") || headers.has("via") || forwardedFor !== socketAddress || forwardedHost !== host) return false;
  return isLoopback(socketAddress) && namesOwnMachine(host) && namesOwnMachine(new URL(publicAddress).host);
}
