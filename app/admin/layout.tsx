import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { keepEarlyKeys } from "@/components/staff-ui/early-keys";
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

export default async function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr" className={fontVariables}>
      <body className="text-sm leading-snug">
        <script
          nonce={await readNonce()}
          // Browsers hide the nonce from scripts.
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: keepEarlyKeys }}
        />
        <SkipLink>Skip to the content</SkipLink>
        {children}
      </body>
    </html>
  );
}

/** The front door says it where Next reads it for its own scripts. */
async function readNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
