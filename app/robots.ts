import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/env";

// The site's address is a setting of the running site, not of the build.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      disallow: [
        "/admin",
        "/api/",
        "/data/places",
        "/dev/",
        "/*/applications/",
        "/*/join/submitted",
      ],
    },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
