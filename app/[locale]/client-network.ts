import { headers } from "next/headers";
import { networkOf } from "@/lib/abuse/network";
import { readEnv } from "@/lib/env";
import { clientAddressOf } from "@/lib/front/client-address";

/**
 * Where nobody knows the address, as of a visitor who has hung up: one network for all of them, so
 * that its limits hold.
 */
const unknownNetwork = "unknown";

/** The network from which the request comes, as far as people share one. */
export const clientNetwork = async (): Promise<string> =>
  networkOf(clientAddressOf(await headers(), readEnv().TRUSTED_PROXIES)) ?? unknownNetwork;
