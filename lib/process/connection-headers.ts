import type { IncomingMessage } from "node:http";
import { isFromOwnMachine } from "@/lib/process/own-machine";

/** The address of the other end of the connection, as this process sees it. */
const socketAddressHeader = "x-socket-address";

/** "yes" where the request was made on the machine that the site runs on. */
export const ownMachineHeader = "x-own-machine";

/** Tells pages where a request came from. Whatever it says of that itself is overwritten. */
export function setConnectionHeaders(request: IncomingMessage): void {
  const { remoteAddress } = request.socket;
  request.headers[ownMachineHeader] = isFromOwnMachine(request.headers, remoteAddress)
    ? "yes"
    : "no";
  request.headers[socketAddressHeader] = remoteAddress ?? "";
}
