import { headers } from "next/headers";
import { clientNetworkOf } from "@/lib/front/requests/client-network";

/** The network from which the request comes, as far as people share one. */
export const clientNetwork = async (): Promise<string> => clientNetworkOf(await headers());
