import type { ReactNode } from "react";
import { endSession } from "@/app/admin/sign-in/actions";
import { Logo } from "@/components/site/logo";
import { Stripe } from "@/components/site/stripe";
import { onPageThatTakesKeys } from "@/components/staff-ui/early-keys";
import type { Staff } from "@/lib/staff/next-auth";
import { may, type Permission } from "@/lib/staff/permissions";

const linkClass =
  "inline-block py-2 max-sm:py-1 text-ink no-underline decoration-2 underline-offset-4 hover:text-ink hover:underline aria-[current]:font-bold aria-[current]:underline";

const sections = [
  {
    name: "overview",
    address: "/admin/overview",
    label: "Overview",
    permission: "reviewApplications",
  },
  {
    name: "applications",
    address: "/admin",
    label: "Applications",
    permission: "reviewApplications",
  },
  {
    name: "second-look",
    address: "/admin/second-look",
    label: "Second look",
    permission: "reviewApplications",
  },
  {
    name: "endorsements",
    address: "/admin/endorsements",
    label: "Endorsements",
    permission: "reviewEndorsements",
  },
  { name: "members", address: "/admin/members", label: "Members", permission: "editMembers" },
  {
    name: "publishing",
    address: "/admin/publishing",
    label: "Publishing",
    permission: "publish",
  },
  { name: "exports", address: "/admin/exports", label: "Exports", permission: "useOwnAccount" },
  { name: "texts", address: "/admin/texts", label: "Texts", permission: "editTexts" },
  { name: "staff", address: "/admin/staff", label: "Staff", permission: "manageStaff" },
  {
    name: "settings",
    address: "/admin/settings",
    label: "Settings",
    permission: "changeSettings",
  },
  {
    name: "operations",
    address: "/admin/operations",
    label: "Operations",
    permission: "watchOperations",
  },
  { name: "log", address: "/admin/log", label: "Log", permission: "readLog" },
] as const satisfies { name: string; address: string; label: string; permission: Permission }[];

type Props = {
  staff: Staff;
  /** The section that is shown, and whether it is the section's own page. */
  section: {
    name: (typeof sections)[number]["name"] | "account";
    current: "page" | "true";
  };
  /** The way past what stands before the thing that is done on this page. */
  shortcut?: ReactNode;
  /** Whether there are Shortcuts on this page, and they are on. */
  takesKeys?: boolean;
  children: ReactNode;
};

/** The frame of every page behind the guard. */
export function Panel({ staff, section, shortcut, takesKeys = false, children }: Props) {
  const currentIf = (name: Props["section"]["name"]) =>
    name === section.name ? section.current : undefined;
  return (
    <>
      {shortcut}
      <header className="print:hidden" {...(takesKeys && onPageThatTakesKeys)}>
        <div className="night">
          <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
            <Logo className="h-5 w-auto shrink-0 max-sm:hidden" />
            <nav aria-label="Panel" className="flex flex-wrap gap-x-4 sm:gap-x-6 xl:gap-x-4">
              {sections
                .filter(({ permission }) => may(staff.role, permission))
                .map(({ name, address, label }) => (
                  <a key={name} href={address} aria-current={currentIf(name)} className={linkClass}>
                    {label}
                  </a>
                ))}
              <a href="/" className={linkClass}>
                Public site
              </a>
            </nav>
            <form
              action={endSession}
              className="ms-auto flex min-w-0 flex-wrap items-center gap-x-4"
            >
              <a
                href="/admin/account"
                aria-current={currentIf("account")}
                className={`${linkClass} min-w-0 wrap-anywhere`}
              >
                {staff.name ?? staff.email}
              </a>
              <button className={`${linkClass} cursor-pointer`}>Sign out</button>
            </form>
          </div>
        </div>
        <Stripe />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 py-4 outline-none sm:px-6"
      >
        {children}
      </main>
    </>
  );
}
