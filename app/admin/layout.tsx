import type { Metadata } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { SkipLink } from "@/components/ui/skip-link";
import { icons } from "@/app/icons";
import "@/app/panel.css";

// Nothing of the panel is ever kept by anyone between it and its reader.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Staff panel", template: "%s – Staff panel" },
  icons,
  robots: { index: false, follow: false },
  // Links in mails hold a token. Their page passes it to no other site, and still sends the Origin
  // that its form needs.
  referrer: "same-origin",
};

export default function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr" className={fontVariables}>
      <body className="text-sm leading-snug">
        <SkipLink>Skip to the content</SkipLink>
        {children}
      </body>
    </html>
  );
}
