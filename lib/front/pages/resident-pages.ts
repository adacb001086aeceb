import {
  findFormTemplate,
  postEndorsement,
  recallFormTemplate,
} from "@/lib/endorsements/pages/form-page";
import { findConfirmTemplate, postChoice, postEnding } from "@/lib/endorsements/pages/confirm-page";
import { findSentTemplate, postCode } from "@/lib/endorsements/pages/sent-page";
import type { Target } from "@/lib/front/requests/request-target";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import type { FormAnswer, PageTemplate } from "@/lib/process/page-view";

/** A page that thousands ask for at once, and whose forms the front door answers itself. */
export type ResidentPage = {
  /** Without asking the database. */
  recall?: () => PageTemplate | null;
  /** Null where Next makes the page anew. */
  find: () => Promise<PageTemplate | null>;
  post: (form: FormData, network: string) => Promise<FormAnswer>;
};

/** The way of a resident: the form, the page that takes the code, and the one that confirms. */
export function residentPageAt({ path, url, address }: Target): ResidentPage | null {
  const [, locale = "", ...rest] = path.split("/");
  if (!isLocale(locale)) return null;
  const query = new URL(url, "http://site.invalid").searchParams;
  return pageAt({ locale, query, address }, rest.map(decodeURIComponent));
}

type PageRequest = { locale: Locale; query: URLSearchParams; address: string };

function pageAt(request: PageRequest, [section, ...rest]: string[]): ResidentPage | null {
  const { locale, query } = request;
  const [first = "", second] = rest;
  if (section === "endorse" && first === "ask" && rest.length === 1)
    return {
      recall: () => recallFormTemplate(request),
      find: () => findFormTemplate(request),
      post: (form, network) => postEndorsement(locale, form, network),
    };
  if (section !== "endorsements") return null;
  if (first === "sent" && second !== undefined && rest.length === 2)
    return {
      find: () => findSentTemplate(locale, second, query),
      post: (form, network) => postCode(locale, form, network),
    };
  if (rest.length === 2 && second === "end")
    return { find: noTemplate, post: (form) => postEnding(locale, form) };
  if (rest.length !== 1 || first === "ended") return null;
  return {
    find: () => findConfirmTemplate(locale, first, query),
    post: (form) => postChoice(locale, form),
  };
}

const noTemplate = () => Promise.resolve(null);
