import { answerWith } from "@/app/data/v1/answer";
import { findDocument } from "@/lib/open-data/documents";

/**
 * `GET /data/v1/signatories.json`: the open data, see `/open-data`. The front door keeps it in
 * memory like a page, with its ETag.
 */
export async function GET(
  _: Request,
  { params }: RouteContext<"/data/v1/[...path]">,
): Promise<Response> {
  const { path } = await params;
  return answerWith(await findDocument(path.join("/")));
}
