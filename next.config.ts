import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm test`. A start need not check them again, nor fail on what `npm run
  // dev` left behind of a removed page.
  typescript: { ignoreBuildErrors: true },
  // Title and description belong in the head of every answer, not in a script that moves them
  // there.
  htmlLimitedBots: /.*/,
  // The site has no pictures to scale, so nobody may have its server scale any.
  images: { unoptimized: true },
  // Preloads stand in the page, where the front door finds them, not in a header.
  reactMaxHeadersLength: 0,
  experimental: {
    // The 404 of addresses outside every root layout.
    globalNotFound: true,
    // A page's code is read when the page is first made: most of a panel that nobody opens, and of
    // what stays in memory for days, takes no room.
    preloadEntriesOnStart: false,
    // The front door bounds bodies more closely, by address: lib/front/requests/request-body.ts.
    serverActions: { bodySizeLimit: "12mb" },
  },
  // The land does not move: a browser keeps it for a day, and shows the old one while it asks for a
  // new one.
  headers: () =>
    Promise.resolve([
      {
        source: "/map/:file*",
        headers: [
          { key: "Cache-Control", value: "public, max-age=86400, stale-while-revalidate=2592000" },
        ],
      },
      // Read before they are run: a browser shows them.
      {
        source: "/examples/:file*",
        headers: [{ key: "Content-Type", value: "text/plain; charset=utf-8" }],
      },
    ]),
  // Read their own files at run time; bundling them gains nothing on a server.
  serverExternalPackages: ["@mdx-js/mdx", "pino", "nodemailer", "pdfkit", "fontkit"],
};

export default nextConfig;
