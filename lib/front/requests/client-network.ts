import type { IncomingHttpHeaders } from "node:http";
import { networkOf } from "@/lib/abuse/network";
import { readEnv } from "@/lib/env";
import { clientAddressOf } from "@/lib/front/requests/client-address";

/**
 * Where nobody knows the address, as of a visitor who has hung up: one network for all of them, so
 * that its limits hold.
 */
const unknownNetwork = "unknown";

/** The network from which a request comes, as far as people share one. */
export const clientNetworkOf = (headers: Headers): string =>
  networkOf(clientAddressOf(headers, readEnv().TRUSTED_PROXIES)) ?? unknownNetwork;

/** What is written of the client's address on the way here. */
export const addressHeaders = (headers: IncomingHttpHeaders): Headers =>
  new Headers(
    ["x-forwarded-for", "x-socket-address"].flatMap((name): [string, string][] =>
      headers[name] === undefined ? [] : [[name, String(headers[name])]],
    ),
  );
