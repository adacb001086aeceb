import type { IncomingMessage, ServerResponse } from "node:http";
import { GET } from "@/app/data/v1/[...path]/route";
import { datasets } from "@/lib/open-data/datasets";
import { documentPaths, findDocument } from "@/lib/open-data/documents";
import { openFrontDoor } from "@/tests/support/processes/front-door";

/** A file of the open data, as it is served. */
export async function readData(path: string): Promise<string> {
  const document = await findDocument(path);
  if (!document) throw new Error(`There is no /data/v1/${path}.`);
  return document.body;
}

/** Its rows, of a JSON file. */
export async function readRows(path: string): Promise<Record<string, unknown>[]> {
  return (JSON.parse(await readData(path)) as { data: Record<string, unknown>[] }).data;
}

export const allDataPaths = (): string[] => documentPaths(datasets);

/** The open data behind the front door, on a real port, until the end of the test. */
export function serveOpenData() {
  const door = openFrontDoor();
  door.site.answer = async ({ url = "" }: IncomingMessage, response: ServerResponse) => {
    const path = url.replace(/^\/data\/v1\//, "").split("/");
    const answer = await GET(new Request(`http://site${url}`), {
      params: Promise.resolve({ path }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
  return door;
}
