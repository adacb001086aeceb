import type { ReactNode } from "react";
import { Logo } from "@/components/site/logo";
import { Stripe } from "@/components/site/stripe";

/** A page before the panel: a title and one thing to do. */
export function SignInLayout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header>
        <div className="night">
          <p className="mx-auto flex max-w-xl items-center gap-3 px-4 py-3 font-bold sm:px-6">
            <Logo className="h-7 w-auto shrink-0" /> Cities Coalition for Digital Rights
          </p>
        </div>
        <Stripe />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-xl flex-1 space-y-6 px-4 py-10 text-base outline-none sm:px-6 sm:py-16"
      >
        <h1 className="text-3xl">{title}</h1>
        {children}
      </main>
    </>
  );
}
