import { headers } from "next/headers";
import { networkOf } from "@/lib/endorsements/network";
import { readEnv } from "@/lib/env";
import { clientAddressOf } from "@/lib/front/client-address";

/** The network from which the request comes, as far as people share one; null where nobody knows. */
export const clientNetwork = async (): Promise<string | null> => networkOf(clientAddressOf(await headers(), readEnv().TRUSTED_PROXIES));
