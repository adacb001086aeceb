/**
 * The pages that help where there is no page, as the front door asks for them: in no language are
 * they a place to go to.
 */
const helpPage = /^(no-such|sent|busy|out-of-order)\b/;

/**
 * The address of a page in another language. What is no page in any language leads to the home
 * page.
 * @param path the page's own, e.g. `/en/cities/ghent`
 */
export function inLanguage(path: string, current: string, wanted: string): string {
  const [, first, ...rest] = path.split("/");
  const isPage = first === current && !helpPage.test(rest[0] ?? "");
  return `/${[wanted, ...(isPage ? rest : [])].join("/")}`;
}
