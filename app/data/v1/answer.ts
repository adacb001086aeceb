import type { DataDocument } from "@/lib/open-data/documents";

export const answerWith = (document: DataDocument | null): Response =>
  document
    ? new Response(document.body, { headers: { "content-type": document.contentType } })
    : new Response(null, { status: 404 });
