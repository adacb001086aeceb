/** The name of the `<meta>` by which a page says with which status it is to be answered. */
export const statusMeta = "response-status";

const withStatus = new RegExp(`<meta name="${statusMeta}" content="(\\d{3})"/?>`);

/** Next lets a page say "not found" and nothing else. Text that people wrote cannot hold a tag. */
export const statusOf = (html: string): number | null => {
  const [, status] = withStatus.exec(html) ?? [];
  return status ? Number(status) : null;
};
