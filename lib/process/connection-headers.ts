import type { IncomingMessage } from "node:http";
import { isFromOwnMachine } from "@/lib/process/own-machine";

const socketAddressHeader = "x-socket-address";

export const ownMachineHeader = "x-own-machine";

/** Overwrites what a request says of this itself. */
export function setConnectionHeaders(request: IncomingMessage): void {
  const { remoteAddress } = request.socket;
  request.headers[ownMachineHeader] = isFromOwnMachine(request.headers, remoteAddress)
    ? "yes"
    : "no";
  request.headers[socketAddressHeader] = remoteAddress ?? "";
}
