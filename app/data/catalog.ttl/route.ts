import { answerWith } from "@/app/data/v1/answer";
import { findDocument } from "@/lib/open-data/documents";

// A build knows no address of the site.
export const dynamic = "force-dynamic";

/** `GET /data/catalog.ttl`: the catalogue where harvesters look first. */
export const GET = async (): Promise<Response> => answerWith(await findDocument("catalog.ttl"));
