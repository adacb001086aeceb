import type { Metadata } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/fonts";
import { icons } from "@/app/icons";
import "@/app/panel.css";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  icons,
  robots: { index: false, follow: false },
  referrer: "same-origin",
};

export default function DevelopmentLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" dir="ltr" className={fontVariables}>
      <body>
        <main className="mx-auto w-full max-w-4xl flex-1 px-4 py-8 sm:px-6 sm:py-12">
          {children}
        </main>
      </body>
    </html>
  );
}
