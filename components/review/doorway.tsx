import type { ReactNode } from "react";

/** A page before the panel: a title and one thing to do. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="mx-auto w-full max-w-xl flex-1 space-y-6 px-4 py-12 outline-none sm:px-6 sm:py-20">
      <p className="font-bold text-ink-soft">Cities Coalition for Digital Rights</p>
      <h1 className="text-4xl sm:text-4xl">{title}</h1>
      {children}
    </main>
  );
}
