/** Pages that stand in for errors (lib/front/pages/help-pages.ts), never a place to link to. */
const helpPage = /^(no-such|sent|busy|server-error)\b/;

/** `path` starts with its language; paths that are no page lead to the home page. */
export function inLanguage(path: string, current: string, wanted: string): string {
  const [, first, ...rest] = path.split("/");
  const isPage = first === current && !helpPage.test(rest[0] ?? "");
  return `/${[wanted, ...(isPage ? rest : [])].join("/")}`;
}
