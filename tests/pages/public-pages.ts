import type { APIRequestContext } from "@playwright/test";

/** A page of the site and the status that it is answered with. */
export type PublicPage = { path: string; status: number };

/**
 * What stands in no sitemap: addresses without a page, with a bad one, and the pages that help
 * there.
 */
const unlisted: PublicPage[] = [
  { path: "/en/nothing-here", status: 404 },
  { path: "/en/cities/nowhere", status: 404 },
  { path: "/en/news/nothing.html", status: 404 },
  { path: "/en/applications/0000", status: 404 },
  { path: "/nothing/here", status: 404 },
  { path: "/en/no-such-page", status: 200 },
  { path: "/en/server-error", status: 200 },
  { path: "/en/sent-from-elsewhere", status: 200 },
  { path: "/en/sent-too-much", status: 200 },
  { path: "/en/sent-too-slowly", status: 200 },
  { path: "/en/busy", status: 200 },
  { path: "/en/busy-with-answers", status: 200 },
  { path: "/en/cities?query=lon", status: 200 },
  { path: "/en/cities?query=atlantis", status: 200 },
  { path: "/en/join/submitted?reference=CC-0000", status: 200 },
];

/**
 * Every public page in every language, by the sitemap; the join form is the only page of it that
 * carries scripts.
 */
export async function listPublicPages(request: APIRequestContext): Promise<PublicPage[]> {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  return [
    ...paths.filter((path) => !path.endsWith("/join")).map((path) => ({ path, status: 200 })),
    ...unlisted,
  ];
}
