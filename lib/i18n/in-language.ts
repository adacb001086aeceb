/** The pages that help where there is no page, as the front door asks for them: in no language are they a place to go to. */
const helpPages = ["no-such-page", "no-such-application", "no-such-endorsement", "out-of-order", "sent-from-elsewhere", "sent-too-much"];

/**
 * The address of a page in another language. What is no page in any language leads to the home page.
 * @param path the page's own, e.g. `/en/cities/ghent`
 */
export function inLanguage(path: string, current: string, wanted: string): string {
  const [, first, ...rest] = path.split("/");
  const isPage = first === current && !helpPages.includes(rest[0] ?? "");
  return `/${[wanted, ...(isPage ? rest : [])].join("/")}`;
}
