import type { ReactNode } from "react";
import { endSession } from "@/app/admin/sign-in/actions";
import type { Staff } from "@/lib/auth";

const linkLook = "inline-block py-2";

/** The frame of every page behind the guard. */
export function Panel({ staff, children }: { staff: Staff; children: ReactNode }) {
  return (
    <>
      <header className="border-b border-line-soft bg-paper-deep">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 py-1 sm:px-6">
          <nav aria-label="Panel" className="flex flex-wrap gap-x-6">
            <a href="/admin" className={`${linkLook} font-bold`}>
              Applications
            </a>
            {staff.role === "administrator" ? (
              <a href="/admin/staff" className={linkLook}>
                Staff
              </a>
            ) : null}
            <a href="/" className={linkLook}>
              Public site
            </a>
          </nav>
          <form action={endSession} className="ms-auto flex min-w-0 flex-wrap items-center gap-x-4">
            <span className="min-w-0 text-ink-soft">{staff.name ?? staff.email}</span>
            <button className={`${linkLook} cursor-pointer text-accent underline underline-offset-4 hover:decoration-2`}>Sign out</button>
          </form>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8">
        {children}
      </main>
    </>
  );
}
