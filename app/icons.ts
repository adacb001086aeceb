import type { Metadata } from "next";

/**
 * Named in the head of every page. In `public/`, because Next sends the icons that it names itself
 * without anything to ask by whether they have changed.
 */
export const icons: Metadata["icons"] = {
  icon: [
    { url: "/favicon.ico", sizes: "48x48" },
    { url: "/icon.svg", type: "image/svg+xml", sizes: "any" },
  ],
  apple: { url: "/apple-icon.png", sizes: "180x180" },
};
